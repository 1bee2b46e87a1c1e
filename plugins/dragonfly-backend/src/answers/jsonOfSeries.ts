import { SeriesColumn } from 'backstage-plugin-dragonfly-common';
import { TableAnswer } from '../history';
import { Slices } from '../waiting';

/** The answer to a question for series as JSON, written straight from the columns. */
export async function jsonOfSeries(answer: TableAnswer): Promise<Buffer> {
  const { table, ...others } = answer;
  const times = Array.from(table.starts, at => new Date(at).toISOString());
  const slices = Slices.create();
  const texts: Buffer[] = [];
  for (const column of table.columns()) {
    const { metric, unit, region } = column;
    const series = JSON.stringify({ metric, unit, region }).slice(0, -1);
    const separator = texts.length > 0 ? ',' : '';
    texts.push(
      Buffer.from(
        `${separator}${series},"points":[${pointsOf(column, times)}]}`,
      ),
    );
    await slices.next();
  }
  return Buffer.concat([
    Buffer.from('{"series":['),
    ...texts,
    Buffer.from(`],${JSON.stringify(others).slice(1)}`),
  ]);
}

/** The columns hold finite numbers only, which JSON writes as JavaScript does. */
function pointsOf(column: SeriesColumn, times: readonly string[]): string {
  const { minimum, sum, maximum, samples } = column;
  let points = '';
  times.forEach((at, step) => {
    const count = samples[step];
    if (count > 0) {
      const separator = points === '' ? '' : ',';
      points += `${separator}{"at":"${at}","minimum":${minimum[step]},"mean":${sum[step] / count},"maximum":${maximum[step]},"samples":${count}}`;
    }
  });
  return points;
}
