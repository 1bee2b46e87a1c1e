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

function partsOf(list: readonly Observation[]) {
  const { inOrder, answers, turns, linkTurns } = digestOf(list);
  return { inOrder, answers, turns, linkTurns };
}

it.each`
  window         | sinceMs     | steps
  ${'a short'}   | ${SINCE_MS} | ${{ min: -1_500, max: 3_000 }}
  ${'a thinned'} | ${120_000}  | ${{ min: 1, max: 3_000 }}
`(
  'is carried over as if it had been found out anew, in $window window',
  ({ sinceMs, steps }) => {
    const unchanged = replica();
    const property = fc.property(
      fc.array(
        fc.tuple(
          fc.oneof(
            { weight: 5, arbitrary: fc.constant<Observation>(unchanged) },
            { weight: 1, arbitrary: observation },
          ),
          fc.integer(steps),
        ),
        { maxLength: 100, size: 'max' },
      ),
      seen => {
        const window: Observation[] = [];
        let at = 0;
        for (const [next, step] of seen) {
          at += step;
          addObservation(window, { ...next, observedAt: at }, at - sinceMs);

          expect(partsOf(window)).toEqual(partsOf([...window]));
          expect(window.at(-1)?.observedAt).toBe(at);
          expect(window[0].observedAt).toBeGreaterThanOrEqual(at - sinceMs);
        }
      },
    );
    fc.assert(property);
  },
);

it('is of far fewer observations than were made in two minutes', () => {
  const window: Observation[] = [];
  for (let at = 0; at <= 120_000; at += 2_000) {
    addObservation(window, { ...replica(), observedAt: at }, 0);
  }

  expect(window.length).toBeLessThan(45);
  expect(digestOf(window).answers).toHaveLength(window.length);
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
