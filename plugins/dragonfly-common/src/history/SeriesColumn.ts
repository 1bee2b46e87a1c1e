import { seriesMetrics } from './metrics';
import { Series, SeriesMetric } from './types';

/** Where the steps of a table begin. */
export interface SeriesGrid {
  /** Unix milliseconds, ascending. */
  starts: Float64Array;
  /** Which step a moment lies in; -1 for none. */
  stepOf(at: number): number;
}

/** One metric of one node, or of the whole cache, in every step of a table. A step without samples has no point. @public */
export class SeriesColumn {
  readonly metric: SeriesMetric;
  readonly unit: Series['unit'];
  /** Absent for what concerns the whole cache. */
  readonly region?: string;
  readonly minimum: Float64Array;
  readonly sum: Float64Array;
  readonly maximum: Float64Array;
  readonly samples: Float64Array;
  readonly #grid: SeriesGrid;

  /** @param region - absent for what concerns the whole cache */
  constructor(grid: SeriesGrid, metric: SeriesMetric, region?: string) {
    const steps = grid.starts.length;
    this.metric = metric;
    this.unit = seriesMetrics[metric].unit;
    this.region = region;
    const numbers = new Float64Array(4 * steps);
    this.minimum = numbers.subarray(0, steps);
    this.sum = numbers.subarray(steps, 2 * steps);
    this.maximum = numbers.subarray(2 * steps, 3 * steps);
    this.samples = numbers.subarray(3 * steps);
    this.#grid = grid;
  }

  /** Adds what is known of a moment to the step it lies in; of a moment outside the table nothing. */
  add(
    at: number,
    minimum: number,
    sum: number,
    maximum: number,
    samples: number,
  ): void {
    const step = this.#grid.stepOf(at);
    if (step < 0) return;
    const isFirst = this.samples[step] === 0;
    this.minimum[step] = isFirst
      ? minimum
      : Math.min(this.minimum[step], minimum);
    this.maximum[step] = isFirst
      ? maximum
      : Math.max(this.maximum[step], maximum);
    this.sum[step] += sum;
    this.samples[step] += samples;
  }
}
