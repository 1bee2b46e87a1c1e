import { seriesMetrics } from './metrics';
import { Aggregate, Rollup } from './rollUp';
import { Series, SeriesAnswer, SeriesMetric, SeriesPoint } from './types';

/** A rollup and its time as text, which all series share. */
interface Step {
  at: string;
  rollup: Rollup;
}

function pointOf(
  at: string,
  [minimum, sum, maximum, samples]: Aggregate,
): SeriesPoint {
  return { at, minimum, mean: sum / samples, maximum, samples };
}

function points(
  steps: readonly Step[],
  valuesOf: (rollup: Rollup) => Aggregate | undefined,
): SeriesPoint[] {
  const found: SeriesPoint[] = [];
  for (const { at, rollup } of steps) {
    const aggregate = valuesOf(rollup);
    if (aggregate) found.push(pointOf(at, aggregate));
  }
  return found;
}

/** Series of the metrics asked for, one for each region or one for the cache. @public */
export function seriesOf(
  rollups: readonly Rollup[],
  metrics: readonly SeriesMetric[],
): Series[] {
  const regions = [
    ...new Set(rollups.flatMap(({ nodes }) => Object.keys(nodes))),
  ].sort();
  const steps = rollups.map(rollup => ({
    at: new Date(rollup.at).toISOString(),
    rollup,
  }));
  return metrics.flatMap((metric): Series[] => {
    const { unit, ofCache } = seriesMetrics[metric];
    if (ofCache) {
      return [
        { metric, unit, points: points(steps, ({ cache }) => cache[metric]) },
      ];
    }
    return regions.map(region => ({
      metric,
      unit,
      region,
      points: points(steps, ({ nodes }) => nodes[region]?.[metric]),
    }));
  });
}

/** Spans in which any sample said that everything was exposed; steps that touch are one span. @public */
export function everythingExposed(
  rollups: readonly Rollup[],
  stepMs: number,
): SeriesAnswer['everythingExposed'] {
  const spans: { from: number; to: number }[] = [];
  for (const rollup of rollups) {
    if (rollup.everythingExposed > 0) {
      const last = spans.at(-1);
      const to = rollup.at + stepMs;
      if (last && rollup.at <= last.to) {
        last.to = to;
      } else {
        spans.push({ from: rollup.at, to });
      }
    }
  }
  return spans.map(({ from, to }) => ({
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
  }));
}
