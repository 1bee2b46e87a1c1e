import { seriesOf } from './__testUtils__/seriesOf';
import { SeriesTable } from './SeriesTable';
import { CacheSample, SeriesMetric } from './types';

const MINUTE = 60_000;

function sample(at: number, lagSeconds?: number): CacheSample {
  return {
    at,
    verdict: 'healthy',
    exposure:
      lagSeconds === undefined
        ? { kind: 'everything' }
        : { kind: 'seconds', seconds: lagSeconds },
    nodes: [{ region: 'region1' }, { region: 'region2', lagSeconds }],
  };
}

function minutes(metrics: SeriesMetric[], from = 0, to = 2 * MINUTE) {
  return SeriesTable.ofSteps({ from, to }, MINUTE, metrics);
}

it('has the extremes and the mean of what was known in each step', () => {
  const table = minutes(['lag']);
  [sample(0, 1), sample(1000), sample(2000, 5), sample(MINUTE, 2)].forEach(
    one => table.addSample(one),
  );

  expect(seriesOf(table)).toEqual([
    { metric: 'lag', unit: 'seconds', region: 'region1', points: [] },
    {
      metric: 'lag',
      unit: 'seconds',
      region: 'region2',
      points: [
        {
          at: '1970-01-01T00:00:00.000Z',
          minimum: 1,
          mean: 3,
          maximum: 5,
          samples: 2,
        },
        {
          at: '1970-01-01T00:01:00.000Z',
          minimum: 2,
          mean: 2,
          maximum: 2,
          samples: 1,
        },
      ],
    },
  ]);
});

it('adds what is put together already', () => {
  const table = minutes(['lag']);
  table.addRegion('region2');
  table.column('lag', 'region2').add(0, 2, 10, 4, 4);
  table.column('lag', 'region2').add(30_000, 1, 3, 2, 2);

  expect(seriesOf(table)[0].points).toEqual([
    {
      at: '1970-01-01T00:00:00.000Z',
      minimum: 1,
      mean: 13 / 6,
      maximum: 4,
      samples: 6,
    },
  ]);
});

it('has the metrics in the order they were asked for, and no others', () => {
  const table = minutes(['exposure', 'lag']);
  table.addSample(sample(0, 1));

  expect(table.has('memory')).toBe(false);
  expect(seriesOf(table).map(({ metric, region }) => [metric, region])).toEqual(
    [
      ['exposure', undefined],
      ['lag', 'region1'],
      ['lag', 'region2'],
    ],
  );
});

it('has every step that touches the range, and nothing outside of it', () => {
  const table = minutes(['lag'], MINUTE + 1, 3 * MINUTE);
  [0, MINUTE, 2 * MINUTE, 3 * MINUTE].forEach(at => {
    table.addSample(sample(at, 1));
  });

  expect([...table.starts]).toEqual([MINUTE, 2 * MINUTE]);
  expect(
    seriesOf(table)
      .find(({ region }) => region === 'region2')
      ?.points.map(({ at }) => Date.parse(at)),
  ).toEqual([MINUTE, 2 * MINUTE]);
});

it('has no step for an empty range', () => {
  const table = minutes(['exposure'], MINUTE, MINUTE);
  table.addSample(sample(MINUTE, 1));

  expect(seriesOf(table)).toEqual([
    { metric: 'exposure', unit: 'seconds', points: [] },
  ]);
});

it('has a step for each of some moments, in their order', () => {
  const table = SeriesTable.ofMoments([5, 1, 5], 1, ['lag']);
  [sample(5, 7), sample(1, 3), sample(2, 9)].forEach(one =>
    table.addSample(one),
  );

  expect(
    seriesOf(table)[1].points.map(({ at, mean }) => [Date.parse(at), mean]),
  ).toEqual([
    [1, 3],
    [5, 7],
  ]);
});

it('joins spans that touch', () => {
  const moments = [0, 2000, 4000, 9000];
  const table = SeriesTable.ofMoments(moments, 2000, ['lag']);
  moments.forEach(at =>
    table.addSample(sample(at, at === 4000 ? 1 : undefined)),
  );

  expect(
    table
      .everythingExposed()
      .map(({ from, to }) => [Date.parse(from), Date.parse(to)]),
  ).toEqual([
    [0, 4000],
    [9000, 11000],
  ]);
});
