const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The ranges of the past that can be looked at. */
export const RANGES = [
  { id: '15m', title: '15 minutes', lengthMs: 15 * MINUTE_MS },
  { id: '3h', title: '3 hours', lengthMs: 3 * HOUR_MS },
  { id: '24h', title: '24 hours', lengthMs: 24 * HOUR_MS },
  { id: '7d', title: '7 days', lengthMs: 7 * 24 * HOUR_MS },
  { id: '30d', title: '30 days', lengthMs: 30 * 24 * HOUR_MS },
] as const;

export type RangeId = (typeof RANGES)[number]['id'];

/** Tells whether a text names one of the ranges. */
export function isRangeId(text: unknown): text is RangeId {
  return RANGES.some(({ id }) => id === text);
}

/** Length of a range in milliseconds. */
export function lengthOf(range: RangeId): number {
  return RANGES.find(({ id }) => id === range)?.lengthMs ?? RANGES[0].lengthMs;
}
