/** How regularly something was sampled. */
export interface Continuity {
  /** The longest time between two samples, milliseconds. */
  longestMs: number;
  /** The shortest. */
  shortestMs: number;
}

/**
 * How regularly all of some caches were sampled.
 *
 * @param times - of the samples of each cache, Unix milliseconds, in any order
 * @throws Error for a cache with fewer than two samples, which shows nothing
 */
export function continuityOf(
  times: ReadonlyMap<string, readonly number[]>,
): Continuity {
  const continuity: Continuity = {
    longestMs: 0,
    shortestMs: Number.POSITIVE_INFINITY,
  };
  for (const [cache, samples] of times) {
    if (samples.length < 2) {
      throw new Error(
        `Cache ${cache} has ${samples.length} samples, too few to see a gap.`,
      );
    }
    const sorted = [...samples].sort((one, other) => one - other);
    for (let i = 1; i < sorted.length; i++) {
      const between = sorted[i] - sorted[i - 1];
      continuity.longestMs = Math.max(continuity.longestMs, between);
      continuity.shortestMs = Math.min(continuity.shortestMs, between);
    }
  }
  return continuity;
}
