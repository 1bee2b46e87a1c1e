import fc from 'fast-check';
import { rollUp, rollupOfSample } from './rollUp';
import { CacheSample } from './types';

function sample(at: number, lagSeconds?: number): CacheSample {
  return {
    at,
    verdict: 'healthy',
    nodes: [{ region: 'region1' }, { region: 'region2', lagSeconds }],
  };
}

const MINUTE = 60_000;

it('keeps the extremes, the sum and the number of what was known', () => {
  const rollups = rollUp(
    [sample(0, 1), sample(1000), sample(2000, 5), sample(MINUTE, 2)].map(one =>
      rollupOfSample(one),
    ),
    MINUTE,
  );
  expect(rollups.map(({ at, samples }) => [at, samples])).toEqual([
    [0, 3],
    [MINUTE, 1],
  ]);
  expect(rollups.map(({ nodes }) => nodes)).toEqual([
    { region1: {}, region2: { lag: [1, 6, 5, 2] } },
    { region1: {}, region2: { lag: [2, 2, 2, 1] } },
  ]);
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
