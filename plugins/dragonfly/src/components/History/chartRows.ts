import { Series } from 'backstage-plugin-dragonfly-common';

/** One moment of a chart: the mean of each series and the band between its extremes, by the series' region or metric. */
export interface ChartRow {
  /** Unix milliseconds. */
  at: number;
  [key: string]: number | [number, number] | null;
}

/** A gap longer than this many usual steps is drawn as one. */
const GAP_STEPS = 3;

/** Names the columns of a series in the rows of a chart. */
export function columnsOf({ metric, region }: Series): {
  mean: string;
  band: string;
} {
  const key = region ?? metric;
  return { mean: `${key} mean`, band: `${key} band` };
}

function usualStep(times: number[]): number {
  const steps = times.slice(1).map((time, index) => time - times[index]);
  return steps.sort((one, other) => one - other)[Math.floor(steps.length / 2)];
}

/**
 * The rows of a chart, oldest first. Where nothing was known for longer than usual, an empty row breaks the line: nothing
 * is drawn that was not seen.
 */
export function chartRows(series: readonly Series[]): ChartRow[] {
  const rows = new Map<number, ChartRow>();
  const rowAt = (at: number) => {
    const row = rows.get(at) ?? { at };
    rows.set(at, row);
    return row;
  };
  for (const one of series) {
    const { mean, band } = columnsOf(one);
    const times = one.points.map(({ at }) => Date.parse(at));
    const step = usualStep(times);
    one.points.forEach((point, index) => {
      const row = rowAt(times[index]);
      row[mean] = point.mean;
      row[band] = [point.minimum, point.maximum];
      if (times[index + 1] - times[index] > GAP_STEPS * step) {
        const gap = rowAt(times[index] + step);
        gap[mean] = null;
        gap[band] = null;
      }
    });
  }
  return [...rows.values()].sort((one, other) => one.at - other.at);
}
