import { Resolution } from 'backstage-plugin-dragonfly-common';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How much time one chunk of each resolution holds, milliseconds: long enough to pack well, short enough to read few. */
export const SPAN_MS: Record<Resolution, number> = {
  raw: 5 * MINUTE_MS,
  minute: HOUR_MS,
  hour: 24 * HOUR_MS,
};

/** A tick that is still on its way when its span ends is waited for this long, milliseconds. */
const GRACE_MS = 30_000;

/** Start of the last span of samples that is over and has to be packed. */
export function lastCompleteSpan(now: number): number {
  return spanStart('raw', now - GRACE_MS) - SPAN_MS.raw;
}

/** Start of the span a moment lies in. */
export function spanStart(resolution: Resolution, at: number): number {
  return Math.floor(at / SPAN_MS[resolution]) * SPAN_MS[resolution];
}
