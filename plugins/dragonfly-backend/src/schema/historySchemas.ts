import { seriesMetrics } from 'backstage-plugin-dragonfly-common';
import {
  count,
  list,
  moment,
  number,
  object,
  oneOf,
  ref,
  Schema,
  text,
  textByName,
} from './objects';

/** `SeriesAnswer` and `EventPage` of dragonfly-common and what they are made of. */
export const historySchemas: Record<string, Schema> = {
  SeriesMetric: oneOf(...Object.keys(seriesMetrics)),
  SeriesPoint: object({
    at: moment,
    minimum: number,
    mean: number,
    maximum: number,
    samples: count,
  }),
  Series: object({
    metric: ref('SeriesMetric'),
    unit: oneOf('seconds', 'bytes', 'share', 'per-second', 'milliseconds'),
    'region?': text,
    points: list(ref('SeriesPoint')),
  }),
  SeriesAnswer: object(
    {
      entityRef: text,
      from: moment,
      to: moment,
      resolution: oneOf('raw', 'minute', 'hour'),
      series: list(ref('Series')),
      everythingExposed: list(object({ from: moment, to: moment })),
      'problem?': text,
    },
    'How a cache was over time. Where nothing was known there is no point.',
  ),
  CacheEvent: object({
    id: text,
    at: moment,
    kind: oneOf(
      'verdict-changed',
      'reason-appeared',
      'reason-cleared',
      'role-changed',
      'server-restarted',
      'full-sync-started',
      'full-sync-ended',
      'maintenance-started',
      'maintenance-ended',
    ),
    'region?': text,
    message: text,
    details: textByName,
  }),
  EventPage: object(
    {
      items: list(ref('CacheEvent')),
      'nextCursor?': text,
      'problem?': text,
    },
    'What happened to a cache, newest first.',
  ),
};
