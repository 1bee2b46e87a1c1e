import { z } from 'zod';
import { ManifestFile } from '../manifests/types';
import { parseYaml } from '../yaml/parseYaml';
import { RestartNeed } from './types';

const STATEFUL_SET = 'base/stateful-set.yaml';
const OPERATOR = 'base/dragonfly.yaml';

/** What Kubernetes lets one change of a StatefulSet's `spec`. */
const CHANGEABLE = [
  'template',
  'replicas',
  'updateStrategy',
  'minReadySeconds',
  'ordinals',
  'persistentVolumeClaimRetentionPolicy',
  'revisionHistoryLimit',
];

const server = z.object({
  spec: z
    .looseObject({
      template: z.unknown(),
    })
    .catchall(z.unknown()),
});

/** JSON with the keys of every object sorted, so that only a difference in meaning is one. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : part,
  );
}

function objectAt(files: readonly ManifestFile[], path: string) {
  const file = files.find(candidate => candidate.path === path);
  if (!file) return undefined;
  try {
    const read = server.safeParse(parseYaml(file.content));
    return read.success ? read.data.spec : undefined;
  } catch {
    // Somebody edited it into something that is no YAML; it counts as another server.
    return undefined;
  }
}

function fixedPart(spec: Record<string, unknown>): string {
  return canonical(
    Object.fromEntries(
      Object.entries(spec).filter(([field]) => !CHANGEABLE.includes(field)),
    ),
  );
}

/** Which running servers a change of the files leaves with an old pod template. */
export function restartNeed(
  previous: readonly ManifestFile[],
  next: readonly ManifestFile[],
): RestartNeed {
  const after = objectAt(next, STATEFUL_SET);
  if (!after) {
    const [was, is] = [previous, next].map(files => objectAt(files, OPERATOR));
    return { kind: canonical(was) === canonical(is) ? 'none' : 'operator' };
  }
  const before = objectAt(previous, STATEFUL_SET);
  if (!before || fixedPart(before) !== fixedPart(after)) {
    return { kind: 'recreate' };
  }
  return {
    kind:
      canonical(before.template) === canonical(after.template)
        ? 'none'
        : 'restart',
  };
}
