import { Resolution } from './types';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Length of a step in milliseconds; raw samples have none of their own. @public */
export const resolutionMs: Record<Exclude<Resolution, 'raw'>, number> = {
  minute: MINUTE_MS,
  hour: HOUR_MS,
};

/** How long each resolution is kept, milliseconds. @public */
export type Retention = Record<Resolution, number>;

/** A day of samples, a month of minutes, a year of hours. @public */
export const DEFAULT_RETENTION: Retention = {
  raw: 24 * HOUR_MS,
  minute: 30 * 24 * HOUR_MS,
  hour: 365 * 24 * HOUR_MS,
};

/** Longest range shown in a resolution: more points than a chart has pixels help nobody. */
const LONGEST_MS: Record<Resolution, number> = {
  raw: 30 * MINUTE_MS,
  minute: 26 * HOUR_MS,
  hour: Number.POSITIVE_INFINITY,
};

/**
 * The finest resolution that still has the whole range and makes no more than some 2,000 points of it.
 *
 * @public
 */
export function resolutionFor(
  range: { from: number; to: number },
  retention: Retention,
  now: number,
): Resolution {
  const resolutions: Resolution[] = ['raw', 'minute'];
  return (
    resolutions.find(
      resolution =>
        range.to - range.from <= LONGEST_MS[resolution] &&
        now - range.from <= retention[resolution],
    ) ?? 'hour'
  );
}
