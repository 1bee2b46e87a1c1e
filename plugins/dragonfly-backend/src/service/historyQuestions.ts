import { InputError } from '@backstage/errors';
import { SeriesMetric, seriesMetrics } from 'backstage-plugin-dragonfly-common';

/** Longest range that can be asked for: what hours are kept for by default, and a leap day. */
const LONGEST_RANGE_MS = 366 * 24 * 3_600_000;
const DEFAULT_LIMIT = 50;

/** What is asked of the series of a cache. */
export interface SeriesQuestion {
  metrics: SeriesMetric[];
  /** Unix milliseconds. */
  from: number;
  to: number;
}

function isMetric(text: string): text is SeriesMetric {
  return Object.hasOwn(seriesMetrics, text);
}

function momentOf(name: string, value: unknown): number {
  const milliseconds = Date.parse(String(value));
  if (Number.isNaN(milliseconds)) {
    throw new InputError(
      `Query parameter "${name}" is ${JSON.stringify(String(value).slice(0, 40))}; expected a time such as 2026-11-24T12:00:00Z.`,
    );
  }
  return milliseconds;
}

/**
 * Reads the query of a question for series.
 *
 * @throws InputError that names the parameter, its value and what was expected
 */
export function seriesQuestion(query: Record<string, unknown>): SeriesQuestion {
  const metrics = [query.metric].flat().map(String);
  const unknown = metrics.find(metric => !isMetric(metric));
  if (unknown !== undefined) {
    throw new InputError(
      `Query parameter "metric" is ${JSON.stringify(unknown.slice(0, 40))}; expected one of ${Object.keys(seriesMetrics).join(', ')}.`,
    );
  }
  const from = momentOf('from', query.from);
  const to = momentOf('to', query.to);
  if (to <= from || to - from > LONGEST_RANGE_MS) {
    throw new InputError(
      `Query parameter "to" is ${JSON.stringify(String(query.to))}; expected a time after "from" and at most 366 days later.`,
    );
  }
  return { metrics: [...new Set(metrics.filter(isMetric))], from, to };
}

/** Reads the query of a question for events; the API's schema has checked the limit. */
export function eventsQuestion(query: Record<string, unknown>): {
  cursor?: string;
  limit: number;
} {
  return {
    cursor: query.cursor === undefined ? undefined : String(query.cursor),
    limit: Number(query.limit ?? DEFAULT_LIMIT),
  };
}
