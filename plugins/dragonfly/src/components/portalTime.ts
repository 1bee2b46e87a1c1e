import { Reading } from './types';

/**
 * The portal's time, as far as an answer tells.
 *
 * @param now - Unix milliseconds by the browser's clock
 */
export function portalTime(reading: Reading, now: number): Date {
  const sinceReceived = Math.max(0, now - reading.receivedAt);
  return new Date(Date.parse(reading.assessedAt) + sinceReceived);
}
