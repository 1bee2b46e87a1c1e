import { CacheView } from '../cacheView';
import { describeCount } from '../describeQuantity';
import { reason } from '../reason';
import { Reason } from '../reasons';
import { TTL_JUDGED_KEYS, TTL_SHARE } from '../thresholds';

/**
 * TTL_MISSING: keys of a primary that never expire, though the use case sets a time to live. The server has no default
 * one: what the application forgets stays until it is evicted, or fills the memory.
 */
export function checkTimeToLive({ cache, primaries }: CacheView): Reason[] {
  const { useCase } = cache;
  if (!useCase || useCase.ttlSeconds <= 0) return [];
  return primaries.flatMap(({ node, answer }) => {
    const { keys } = answer.facts;
    if (!keys || keys.total < TTL_JUDGED_KEYS) return [];
    const forever = keys.total - keys.expiring;
    return keys.expiring / keys.total >= TTL_SHARE
      ? []
      : [
          reason(
            'TTL_MISSING',
            `${describeCount(forever)} of ${describeCount(keys.total)} keys in ${node.region} never expire, but ${useCase.title} sets ${describeCount(useCase.ttlSeconds)} s on every key.`,
            node.region,
          ),
        ];
  });
}
