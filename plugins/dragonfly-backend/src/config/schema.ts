import { z } from 'zod';
import { label, text } from './fields';
import { history } from './historySchema';
import { inventory } from './inventorySchema';
import { manifests } from './manifestsSchema';
import { monitor } from './monitorSchema';
import { credentials, node } from './nodeSchema';
import { region } from './regionSchema';
import { runbook } from './runbookSchema';

const nodes = z.record(label, node, {
  error: 'an object with a node for each region',
});

/** The config under `dragonfly`, except that regions are not yet looked up. */
export const settingsSchema = z.object({
  regions: z.record(label, region).default({}),
  manifests: manifests.prefault({}),
  inventory: inventory.prefault({}),
  monitor: monitor.prefault({}),
  history: history.prefault({}),
  runbook: runbook.prefault({}),
  credentials: z
    .record(text('a name'), credentials, {
      error: 'an object with the credentials of each name',
    })
    .default({}),
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
