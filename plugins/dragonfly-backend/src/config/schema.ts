import { z } from 'zod';
import { label, milliseconds, text } from './fields';
import { history } from './historySchema';
import { manifests } from './manifestsSchema';
import { monitor } from './monitorSchema';
import { node } from './nodeSchema';
import { region } from './regionSchema';

const nodes = z.record(label, node, {
  error: 'an object with a node for each region',
});

/** The config under `dragonfly`, except that regions are not yet looked up. */
export const settingsSchema = z.object({
  regions: z.record(label, region).default({}),
  manifests: manifests.prefault({}),
  inventory: z
    .strictObject({ refreshInterval: milliseconds.prefault({ seconds: 10 }) })
    .prefault({}),
  monitor: monitor.prefault({}),
  history: history.prefault({}),
  profiles: z
    .record(
      text('a name'),
      z.strictObject({ nodes }, { error: 'an object with "nodes"' }),
    )
    .default({}),
  caches: z
    .record(
      label,
      z.strictObject({
        entityRef: text(
          'an entity reference such as resource:default/sessions',
        ).optional(),
        nodes: nodes.optional(),
      }),
    )
    .default({}),
});

export type ParsedSettings = z.infer<typeof settingsSchema>;
