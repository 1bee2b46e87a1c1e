import { CacheSample } from 'backstage-plugin-dragonfly-common';
import { PackedTick } from './PackedTick';

/**
 * Shows the samples of one cache, in no order. Of two instances that sampled the cache at the same moment, while one took it
 * over from the other, one counts.
 */
export function visitSamples(
  ticks: Iterable<PackedTick>,
  cacheId: number,
  show: (sample: CacheSample) => void,
): void {
  const seen = new Set<number>();
  for (const tick of ticks) {
    const sample = seen.has(tick.at) ? undefined : tick.sampleOf(cacheId);
    if (sample) {
      seen.add(tick.at);
      show(sample);
    }
  }
}
