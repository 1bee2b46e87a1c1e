import { seriesMetrics } from './metrics';
import { Aggregate, Rollup } from './rollUp';
import { Series, SeriesAnswer, SeriesMetric, SeriesPoint } from './types';

function pointOf(at: number, [minimum, sum, maximum, samples]: Aggregate) {
  return {
    at: new Date(at).toISOString(),
    minimum,
    mean: sum / samples,
    maximum,
    samples,
  };
}

function points(
  rollups: readonly Rollup[],
  valuesOf: (rollup: Rollup) => Aggregate | undefined,
): SeriesPoint[] {
  return rollups.flatMap(rollup => {
    const aggregate = valuesOf(rollup);
    return aggregate ? [pointOf(rollup.at, aggregate)] : [];
  });
}

/** Series of the metrics asked for, one for each region or one for the cache. @public */
export function seriesOf(
  rollups: readonly Rollup[],
  metrics: readonly SeriesMetric[],
): Series[] {
  const regions = [
    ...new Set(rollups.flatMap(({ nodes }) => Object.keys(nodes))),
  ].sort();
  return metrics.flatMap((metric): Series[] => {
    const { unit, ofCache } = seriesMetrics[metric];
    if (ofCache) {
      return [
        { metric, unit, points: points(rollups, ({ cache }) => cache[metric]) },
      ];
    }
    return regions.map(region => ({
      metric,
      unit,
      region,
      points: points(rollups, ({ nodes }) => nodes[region]?.[metric]),
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
