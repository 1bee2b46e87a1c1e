import fc from 'fast-check';
import { delayUntilNextProbe } from './delayUntilNextProbe';

describe('delayUntilNextProbe', () => {
  it.each`
    situation                                     | intervalMs | outcome       | failures | sinceStartMs | random | delay
    ${'an answer keeps the rhythm'}               | ${2000}    | ${'answered'} | ${0}     | ${30}        | ${0.5} | ${1970}
    ${'a late answer is followed at once'}        | ${2000}    | ${'answered'} | ${0}     | ${2500}      | ${0.5} | ${0}
    ${'the first failure keeps the rhythm too'}   | ${2000}    | ${'failed'}   | ${1}     | ${1500}      | ${0.5} | ${500}
    ${'the second waits twice as long'}           | ${2000}    | ${'failed'}   | ${2}     | ${0}         | ${0.5} | ${4000}
    ${'the tenth waits no longer'}                | ${2000}    | ${'failed'}   | ${10}    | ${0}         | ${0.5} | ${4000}
    ${'jitter makes it shorter'}                  | ${2000}    | ${'failed'}   | ${2}     | ${0}         | ${0}   | ${3600}
    ${'jitter makes it longer'}                   | ${2000}    | ${'failed'}   | ${2}     | ${0}         | ${1}   | ${4400}
    ${'a long interval waits 15 s at most'}       | ${10_000}  | ${'failed'}   | ${5}     | ${0}         | ${0.5} | ${15_000}
    ${'a longer one is not made shorter by that'} | ${60_000}  | ${'failed'}   | ${5}     | ${0}         | ${0.5} | ${60_000}
  `('$situation', ({ delay, ...options }) => {
    expect(delayUntilNextProbe(options)).toBeCloseTo(delay);
  });

  it('keeps the rhythm of a node that refuses the password', () => {
    expect(
      delayUntilNextProbe({
        intervalMs: 2_000,
        outcome: 'failed',
        failureKind: 'auth',
        failures: 10,
        sinceStartMs: 30,
        random: 1,
      }),
    ).toBe(1_970);
  });

  it('lets no dead node become stale, which is after three intervals', () => {
    fc.assert(
      fc.property(
        fc.record({
          intervalMs: fc.integer({ min: 100, max: 60_000 }),
          failures: fc.integer({ min: 1, max: 1_000 }),
          random: fc.double({ min: 0, max: 1, noNaN: true }),
        }),
        options => {
          const sinceStartMs = options.intervalMs * 0.75;
          const delay = delayUntilNextProbe({
            ...options,
            outcome: 'failed',
            sinceStartMs,
          });

          expect(delay + sinceStartMs).toBeLessThan(3 * options.intervalMs);
        },
      ),
    );
  });
});
