import fc from 'fast-check';
import { rollUp, rollupOfSample } from './rollUp';
import { everythingExposed, seriesOf } from './seriesOf';
import { CacheSample } from './types';

function sample(at: number, lagSeconds?: number): CacheSample {
  return {
    at,
    verdict: 'healthy',
    nodes: [{ region: 'region1' }, { region: 'region2', lagSeconds }],
  };
}

const MINUTE = 60_000;

it('keeps the extremes and the mean of what was known', () => {
  const rollups = rollUp(
    [sample(0, 1), sample(1000), sample(2000, 5), sample(MINUTE, 2)].map(one =>
      rollupOfSample(one),
    ),
    MINUTE,
  );
  expect(seriesOf(rollups, ['lag'])).toEqual([
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
  expect(rollups.map(({ samples }) => samples)).toEqual([3, 1]);
});

it('comes to the same by way of minutes as straight from samples', () => {
  const samples = fc.array(
    fc
      .record({ at: fc.nat({ max: 7_200_000 }), lag: fc.nat({ max: 1000 }) })
      .map(({ at, lag }) => rollupOfSample(sample(at, lag))),
  );
  fc.assert(
    fc.property(samples, rollups => {
      const hour = 60 * MINUTE;
      expect(rollUp(rollUp(rollups, MINUTE), hour)).toEqual(
        rollUp(rollups, hour),
      );
    }),
  );
});

it('joins spans that touch', () => {
  const exposed = (at: number) =>
    rollupOfSample({ ...sample(at), exposure: { kind: 'everything' } });
  expect(
    everythingExposed(
      [exposed(0), exposed(2000), rollupOfSample(sample(4000)), exposed(9000)],
      2000,
    ).map(({ from, to }) => [Date.parse(from), Date.parse(to)]),
  ).toEqual([
    [0, 4000],
    [9000, 11000],
  ]);
});
