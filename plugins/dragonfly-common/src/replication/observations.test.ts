import fc from 'fast-check';
import { primary, replica } from './__fixtures__/builders';
import { addObservation, digestOf } from './observations';
import { Observation } from './types';

const SINCE_MS = 5_000;

/** Observations a second apart that change what a digest looks at, and what it does not. */
const observation = fc
  .constantFrom<Partial<Parameters<typeof replica>[0]>>(
    {},
    { link: 'down' },
    { fullSyncInProgress: true },
    { primaryReplicationId: 'another' },
    { sync: true },
    { keys: { total: 1, expiring: 0 } },
  )
  .map(change => replica(change))
  .chain(changed =>
    fc.constantFrom<Observation>(changed, primary(), {
      region: 'region2',
      observedAt: 0,
      durationMs: 1,
      outcome: 'failed',
      failure: { kind: 'timeout', message: 'no answer in time' },
    }),
  );

it('is carried over as if it had been found out anew', () => {
  const property = fc.property(
    fc.array(observation, { maxLength: 30 }),
    fc.array(fc.integer({ min: -1_500, max: 3_000 }), {
      minLength: 30,
      maxLength: 30,
    }),
    (observations, steps) => {
      let window: Observation[] = [];
      let at = 0;
      observations.forEach((seen, index) => {
        at += steps[index];
        window = addObservation(
          window,
          { ...seen, observedAt: at },
          at - SINCE_MS,
        );

        expect(digestOf(window)).toEqual(digestOf([...window]));
      });
    },
  );
  fc.assert(property);
});

it('leaves what it was given as it is', () => {
  const earlier = [replica({ at: -200 })];
  const [first] = earlier;
  const latest = replica();

  expect(addObservation(earlier, latest, latest.observedAt)).toEqual([latest]);
  expect(earlier).toEqual([first]);
});

it('drops what was observed before the clock was set back', () => {
  const [a, b, c] = [-3, -1, -2].map(at => replica({ at }));

  expect(addObservation([a, b], c, a.observedAt)).toEqual([a, c]);
});
