import { z } from 'zod';
import { label, milliseconds, toggle } from './fields';

/** More often, and the portal would cost the servers more than it tells. */
const SHORTEST_INTERVAL_MS = 250;

const interval = milliseconds.refine(value => value >= SHORTEST_INTERVAL_MS, {
  error: `a duration of at least ${SHORTEST_INTERVAL_MS} ms`,
});

const heartbeat = z.strictObject(
  {
    enabled: toggle.default(false),
    interval: interval.prefault({ seconds: 1 }),
  },
  { error: 'an object with "enabled" and "interval"' },
);

const lag = z.strictObject(
  {
    positions: toggle.default(false),
    heartbeat: heartbeat.prefault({}),
  },
  { error: 'an object with "positions" and "heartbeat"' },
);

/** How caches are watched. */
export const monitor = z
  .strictObject({
    interval: interval.prefault({ seconds: 2 }),
    timeout: milliseconds.optional(),
    regions: z
      .array(label, { error: 'a list of names of regions' })
      .min(1, { error: 'a list of at least one region' })
      .optional(),
    lagThreshold: milliseconds.prefault({ seconds: 10 }),
    lagThresholds: z.record(label, milliseconds).default({}),
    lag: lag.prefault({}),
  })
  .refine(({ interval: each, timeout }) => !timeout || timeout < each, {
    path: ['timeout'],
    error: 'a duration shorter than dragonfly.monitor.interval',
  });
