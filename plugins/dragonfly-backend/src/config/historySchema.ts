import { DEFAULT_RETENTION } from 'backstage-plugin-dragonfly-common';
import { z } from 'zod';
import { milliseconds } from './fields';

const kept = (milliSeconds: number) =>
  milliseconds.prefault({ milliseconds: milliSeconds });

/** How long what was observed is kept. What is coarser is made of what is finer, so it is kept at least as long. */
const retention = z
  .strictObject(
    {
      raw: kept(DEFAULT_RETENTION.raw),
      minutes: kept(DEFAULT_RETENTION.minute),
      hours: kept(DEFAULT_RETENTION.hour),
    },
    { error: 'an object with "raw", "minutes" and "hours"' },
  )
  .refine(({ raw, minutes }) => minutes >= raw, {
    path: ['minutes'],
    error: 'a duration no shorter than dragonfly.history.retention.raw',
  })
  .refine(({ minutes, hours }) => hours >= minutes, {
    path: ['hours'],
    error: 'a duration no shorter than dragonfly.history.retention.minutes',
  });

/** What is remembered. */
export const history = z.strictObject(
  { retention: retention.prefault({}) },
  { error: 'an object with "retention"' },
);
