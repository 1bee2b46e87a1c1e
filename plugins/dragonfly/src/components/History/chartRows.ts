import { Series } from 'backstage-plugin-dragonfly-common';

/** One moment of a chart: by column the mean of a line, or the band between its extremes. */
export interface ChartRow {
  /** Unix milliseconds. */
  at: number;
  [column: string]: number | [number, number];
}

/** A stretch of a series without a gap, drawn as one line. */
export interface ChartLine {
  series: Series;
  /** Names of its columns in the rows. */
  mean: string;
  band: string;
  /** Whether it is the first of its series, which stands for it in the legend. */
  isFirst: boolean;
  /** Whether it is a single moment, which as a line would not be seen. */
  isPoint: boolean;
}

/** What was not known for longer than this many usual steps is a gap. */
const GAP_STEPS = 3;

function usualStep(times: number[]): number {
  const steps = times.slice(1).map((time, index) => time - times[index]);
  return steps.sort((one, other) => one - other)[Math.floor(steps.length / 2)];
}

/** The points of a series, cut where nothing was known for longer than usual. */
function stretchesOf({ points }: Series): Series['points'][] {
  const times = points.map(({ at }) => Date.parse(at));
  const longest = GAP_STEPS * usualStep(times);
  const stretches: Series['points'][] = [];
  points.forEach((point, index) => {
    if (index === 0 || times[index] - times[index - 1] > longest) {
      stretches.push([]);
    }
    stretches[stretches.length - 1].push(point);
  });
  return stretches;
}

/**
 * The rows of a chart, oldest first, and the lines to draw through them. The series of a chart need not have their points
 * at the same times, so a line leads over rows that hold nothing of it; where it has a gap there are two lines, because
 * nothing is drawn that was not seen.
 */
export function chartRows(series: readonly Series[]): {
  rows: ChartRow[];
  lines: ChartLine[];
} {
  const rows = new Map<number, ChartRow>();
  const lines: ChartLine[] = [];
  for (const one of series) {
    stretchesOf(one).forEach((points, index) => {
      const key = `${one.region ?? one.metric} ${index}`;
      const [mean, band] = [`${key} mean`, `${key} band`];
      for (const point of points) {
        const at = Date.parse(point.at);
        const row = rows.get(at) ?? { at };
        rows.set(at, row);
        row[mean] = point.mean;
        row[band] = [point.minimum, point.maximum];
      }
      lines.push({
        series: one,
        mean,
        band,
        isFirst: index === 0,
        isPoint: points.length === 1,
      });
    });
  }
  return {
    rows: [...rows.values()].sort((one, other) => one.at - other.at),
    lines,
  };
}
