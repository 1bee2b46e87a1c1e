import { Series, seriesMetrics } from 'backstage-plugin-dragonfly-common';
import { describeValue } from './describeValue';

/** What a series is of, in words: `Replication lag in region2`. */
export function titleOfSeries({ metric, region }: Series): string {
  const { title } = seriesMetrics[metric];
  return region ? `${title} in ${region}` : title;
}

/** A series in one sentence, for those who do not see its line. */
export function describeSeries(series: Series): string {
  const { unit, points } = series;
  const last = points.at(-1);
  if (!last) {
    return `${titleOfSeries(series)}: nothing known in this range.`;
  }
  const lowest = Math.min(...points.map(({ minimum }) => minimum));
  const highest = Math.max(...points.map(({ maximum }) => maximum));
  return `${titleOfSeries(series)}: ${describeValue(unit, last.mean)} at the end, between ${describeValue(unit, lowest)} and ${describeValue(unit, highest)} in this range.`;
}
