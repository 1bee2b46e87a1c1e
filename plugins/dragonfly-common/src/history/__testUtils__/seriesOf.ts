import { SeriesTable } from '../SeriesTable';
import { Series, SeriesPoint } from '../types';

/** The series of a table, point by point. */
export function seriesOf(table: SeriesTable): Series[] {
  return table.columns().map(column => {
    const { metric, unit, region, minimum, sum, maximum, samples } = column;
    const points: SeriesPoint[] = [];
    table.starts.forEach((start, step) => {
      if (samples[step] > 0) {
        points.push({
          at: new Date(start).toISOString(),
          minimum: minimum[step],
          mean: sum[step] / samples[step],
          maximum: maximum[step],
          samples: samples[step],
        });
      }
    });
    return region === undefined
      ? { metric, unit, points }
      : { metric, unit, region, points };
  });
}
