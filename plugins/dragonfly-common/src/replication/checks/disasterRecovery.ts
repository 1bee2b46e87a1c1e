import { CacheView } from '../cacheView';
import { reason } from '../reason';
import { Reason } from '../reasons';

/** DR_MISSING: the use case needs a copy in another region and none is declared. */
export function checkDisasterRecovery({ cache }: CacheView): Reason[] {
  const { useCase, topology, nodes } = cache;
  if (useCase?.disasterRecovery !== 'required' || nodes.length === 0) return [];
  const hasReplica =
    topology === 'replicated' &&
    nodes.some(({ declaredRole }) => declaredRole === 'replica');
  if (hasReplica) return [];
  return [
    reason(
      'DR_MISSING',
      topology === 'independent'
        ? `${useCase.title} needs a copy in another region, but this cache is declared with independent servers that copy nothing.`
        : `${useCase.title} needs a copy in another region, but no replica is declared.`,
    ),
  ];
}
