import { ResolvedCache, ResolvedRegion } from './resolvedCache';

/** Address ranges of the other regions of a cache; none where the servers do not replicate. */
export function peerRangesOf(
  cache: ResolvedCache,
  region: ResolvedRegion,
): string[] {
  if (cache.topology === 'independent') return [];
  const ranges = cache.regions
    .filter(({ name }) => name !== region.name)
    .flatMap(({ cidrs }) => cidrs);
  return [...new Set(ranges)];
}
