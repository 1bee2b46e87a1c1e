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
  expect(chartRows([series('a', 1000, 2000), series('b', 2000)])).toEqual([
    { at: 1000, 'a mean': 1000, 'a band': [500, 2000] },
    {
      at: 2000,
      'a mean': 2000,
      'a band': [1000, 4000],
      'b mean': 2000,
      'b band': [1000, 4000],
    },
  ]);
});

it('breaks the line where nothing was known', () => {
  const rows = chartRows([series('a', 1000, 2000, 3000, 9000, 10_000)]);
  expect(rows.map(({ at, ...row }) => [at, row['a mean']])).toEqual([
    [1000, 1000],
    [2000, 2000],
    [3000, 3000],
    [4000, null],
    [9000, 9000],
    [10_000, 10_000],
  ]);
});

it('is empty for nothing', () => {
  expect(chartRows([series('a')])).toEqual([]);
});
