import { CacheState, Verdict } from 'backstage-plugin-dragonfly-common';

const VERDICTS: Verdict[] = ['critical', 'degraded', 'unknown', 'healthy'];

/** How many caches there are with each verdict: `4 caches: 1 critical, 3 healthy`. */
export function describeFleet(states: CacheState[]): string {
  const counts = VERDICTS.flatMap(verdict => {
    const count = states.filter(state => state.verdict === verdict).length;
    return count ? [`${count} ${verdict}`] : [];
  });
  const caches = states.length === 1 ? '1 cache' : `${states.length} caches`;
  return `${caches}: ${counts.join(', ')}`;
}
