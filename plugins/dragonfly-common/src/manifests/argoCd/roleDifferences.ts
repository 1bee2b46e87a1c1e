import { ResolvedCache } from '../resolvedCache';

/** Part of a live object that Argo CD neither compares nor writes. */
export interface IgnoredDifference {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly jsonPointers: readonly string[];
}

/**
 * What a promotion changes on a running cache: the role file and where `-write` leads. Named exactly, so that
 * everything else of the cache is still put right by self-heal. Servers that do not replicate are never promoted.
 */
export function roleDifferences(cache: ResolvedCache): IgnoredDifference[] {
  if (cache.topology === 'independent') return [];
  const { names, namespace } = cache;
  return [
    {
      kind: 'ConfigMap',
      name: names.role,
      namespace,
      jsonPointers: ['/data'],
    },
    {
      kind: 'Service',
      name: names.write,
      namespace,
      jsonPointers: ['/spec'],
    },
  ];
}
