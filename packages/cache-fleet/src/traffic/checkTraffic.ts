import { InputError } from '@backstage/errors';
import { TrafficOptions } from './types';

type NumberOption = keyof TrafficOptions;

const RANGES: Record<
  NumberOption,
  { from: number; to: number; whole: boolean }
> = {
  writesPerSecond: { from: 0, to: 100_000, whole: false },
  keys: { from: 1, to: 10_000_000, whole: true },
  ttlSeconds: { from: 1, to: 30 * 24 * 3600, whole: true },
  valueBytes: { from: 1, to: 1024 * 1024, whole: true },
  readShare: { from: 0, to: 0.99, whole: false },
};

/** Options with everything that was left out. */
export type CompleteTraffic = Required<TrafficOptions>;

/**
 * Completes options and refuses those that would not be bounded.
 *
 * @throws Error naming the option, its value and what was expected
 */
export function checkTraffic(options: TrafficOptions): CompleteTraffic {
  const complete: CompleteTraffic = {
    valueBytes: 100,
    readShare: 0,
    ...options,
  };
  for (const [name, { from, to, whole }] of Object.entries(RANGES)) {
    const value = Object.entries(complete).find(([key]) => key === name)?.[1];
    if (
      value === undefined ||
      !(value >= from && value <= to) ||
      (whole && !Number.isInteger(value))
    ) {
      throw new InputError(
        `${name} of the traffic is ${value}; expected ${whole ? 'a whole number' : 'a number'} from ${from} to ${to}.`,
      );
    }
  }
  return complete;
}
