import fc from 'fast-check';
import { rollUp, rollUpSamples } from './rollUp';
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
  const rollups = rollUpSamples(
    [sample(0, 1), sample(1000), sample(2000, 5), sample(MINUTE, 2)],
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

it('leaves what it puts together as it was', () => {
  const minutes = rollUpSamples([sample(0, 1), sample(MINUTE, 2)], MINUTE);
  const before = structuredClone(minutes);

  rollUp(minutes, 60 * MINUTE);

  expect(minutes).toEqual(before);
});

it('comes to the same by way of minutes as straight from samples', () => {
  const samples = fc.array(
    fc
      .record({ at: fc.nat({ max: 7_200_000 }), lag: fc.nat({ max: 1000 }) })
      .map(({ at, lag }) => sample(at, lag)),
  );
  fc.assert(
    fc.property(samples, given => {
      const hour = 60 * MINUTE;
      expect(rollUp(rollUpSamples(given, MINUTE), hour)).toEqual(
        rollUpSamples(given, hour),
      );
    }),
  );
});
