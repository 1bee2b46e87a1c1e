/**
 * When samples are taken next: at the next multiple of the interval, Unix milliseconds. All instances take them at the
 * same moments, so that a cache keeps its rhythm when another instance takes it over.
 *
 * @param last - the moment of the samples before; a timer may end a little early, and the same moment is not due again
 */
export function nextMoment(
  now: number,
  last: number,
  intervalMs: number,
): number {
  const next = (Math.floor(now / intervalMs) + 1) * intervalMs;
  return next === last ? next + intervalMs : next;
}
