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
      const window: Observation[] = [];
      let at = 0;
      observations.forEach((seen, index) => {
        at += steps[index];
        addObservation(window, { ...seen, observedAt: at }, at - SINCE_MS);

        expect(digestOf(window)).toEqual(digestOf([...window]));
        expect(window.at(-1)?.observedAt).toBe(at);
        expect(window[0].observedAt).toBeGreaterThanOrEqual(at - SINCE_MS);
      });
    },
  );
  fc.assert(property);
});

it('is made anew for a list that somebody else has changed', () => {
  const [a, b] = [-2, -1].map(at => replica({ at }));
  const list = [a];
  expect(digestOf(list).answers).toEqual([a]);

  list.push(b);
  expect(digestOf(list).answers).toEqual([a, b]);
});

it('drops what was observed before the clock was set back', () => {
  const [a, b, c] = [-3, -1, -2].map(at => replica({ at }));
  const list = [a, b];
  addObservation(list, c, a.observedAt);

  expect(list).toEqual([a, c]);
});
