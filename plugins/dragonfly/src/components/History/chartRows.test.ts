import { Series } from 'backstage-plugin-dragonfly-common';
import { chartRows } from './chartRows';

function series(region: string, ...times: number[]): Series {
  return {
    metric: 'lag',
    unit: 'seconds',
    region,
    points: times.map(at => ({
      at: new Date(at).toISOString(),
      minimum: at / 2,
      mean: at,
      maximum: at * 2,
      samples: 2,
    })),
  };
}

it('puts what was seen at one time into one row', () => {
  expect(chartRows([series('a', 1000, 2000), series('b', 2000)]).rows).toEqual([
    { at: 1000, 'a 0 mean': 1000, 'a 0 band': [500, 2000] },
    {
      at: 2000,
      'a 0 mean': 2000,
      'a 0 band': [1000, 4000],
      'b 0 mean': 2000,
      'b 0 band': [1000, 4000],
    },
  ]);
});

it('draws one line through points that lie between those of another', () => {
  const { rows, lines } = chartRows([
    series('a', 1000, 21_000, 41_000),
    series('b', 9000, 29_000, 49_000),
  ]);

  expect(rows).toHaveLength(6);
  expect(lines.map(({ mean }) => mean)).toEqual(['a 0 mean', 'b 0 mean']);
});

it('breaks the line where nothing was known, and shows a single moment as a point', () => {
  const one = series('a', 1000, 2000, 3000, 9000, 10_000, 20_000);
  const { rows, lines } = chartRows([one]);

  expect(
    lines.map(({ mean, isFirst, isPoint }) => [
      rows.flatMap(({ at, ...row }) => (mean in row ? [at] : [])),
      isFirst,
      isPoint,
    ]),
  ).toEqual([
    [[1000, 2000, 3000], true, false],
    [[9000, 10_000], false, false],
    [[20_000], false, true],
  ]);
});

it('is empty for nothing', () => {
  expect(chartRows([series('a')])).toEqual({ rows: [], lines: [] });
});
