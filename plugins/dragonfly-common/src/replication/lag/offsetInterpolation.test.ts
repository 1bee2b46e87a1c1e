import fc from 'fast-check';
import { interpolateOffset, OffsetSample } from './offsetInterpolation';

/** A sample taken so many seconds after the first, by a probe of 10 ms. */
function sample(seconds: number, offset: number): OffsetSample {
  return { observedAt: seconds * 1000, durationMs: 10, offset };
}

const history = [sample(0, 1000), sample(2, 3000), sample(4, 3000)];

it.each`
  situation                                      | primary                           | replica             | seconds | bound
  ${'idle and equal'}                            | ${history}                        | ${sample(4, 3000)}  | ${0}    | ${0.02}
  ${'equal, asked a second after the primary'}   | ${history}                        | ${sample(5, 3000)}  | ${0}    | ${1.02}
  ${'ahead of what the primary said last'}       | ${history}                        | ${sample(4, 3500)}  | ${0}    | ${0.02}
  ${'in the middle between two samples'}         | ${history}                        | ${sample(4, 2000)}  | ${3}    | ${2.02}
  ${'at a sample, after which more was written'} | ${history}                        | ${sample(4, 1000)}  | ${4}    | ${2.02}
  ${'idle for long before the newest writes'}    | ${[...history, sample(60, 9000)]} | ${sample(60, 3000)} | ${56}   | ${56.02}
  ${'a single sample, equal'}                    | ${[sample(0, 1000)]}              | ${sample(0, 1000)}  | ${0}    | ${0.02}
`(
  '$situation: $seconds s ± $bound s',
  ({ primary, replica, seconds, bound }) => {
    expect(interpolateOffset(primary, replica)).toEqual({
      kind: 'time',
      seconds: expect.closeTo(seconds, 6),
      errorBoundSeconds: expect.closeTo(bound, 6),
      method: 'offset-interpolation',
    });
  },
);

it('gives a minimum for an offset older than the window', () => {
  expect(interpolateOffset(history, sample(4, 500))).toEqual({
    kind: 'at-least',
    seconds: 3.99,
    method: 'offset-interpolation',
  });
});

it.each`
  situation                                  | primary                              | replica
  ${'the primary was never sampled'}         | ${[]}                                | ${sample(0, 5)}
  ${'the primary was sampled only just now'} | ${[sample(4, 1000)]}                 | ${sample(4, 500)}
  ${'offsets of one id go backwards'}        | ${[sample(0, 1000), sample(2, 500)]} | ${sample(2, 700)}
`('says unknown when $situation', ({ primary, replica }) => {
  expect(interpolateOffset(primary, replica).kind).toBe('unknown');
});

it('is right within its bound, whatever the primary does between the samples', () => {
  // A primary that writes at an arbitrary rate in each millisecond; a replica that lags by a fixed time.
  const property = fc.property(
    fc.array(fc.nat({ max: 50 }), { minLength: 400, maxLength: 400 }),
    fc.integer({ min: 10, max: 100 }),
    fc.integer({ min: 0, max: 150 }),
    (rates, interval, trueLag) => {
      const offsets = [0];
      rates.forEach(rate => offsets.push(offsets[offsets.length - 1] + rate));
      const times = offsets
        .map((_, ms) => ms)
        .filter(ms => ms % interval === 0);
      const end = times[times.length - 1];
      const instant = (ms: number, offset: number): OffsetSample => ({
        observedAt: ms,
        durationMs: 0,
        offset,
      });
      const lag = interpolateOffset(
        times.map(ms => instant(ms, offsets[ms])),
        instant(end, offsets[end - trueLag]),
      );
      // Where nothing was written, several lags are equally true; the shortest is the one that costs something.
      const shortest = end - offsets.lastIndexOf(offsets[end - trueLag], end);
      const { seconds, errorBoundSeconds } = {
        seconds: Number.NaN,
        errorBoundSeconds: Number.NaN,
        ...lag,
      };
      expect(Math.abs(seconds * 1000 - shortest)).toBeLessThanOrEqual(
        errorBoundSeconds * 1000 + 1e-6,
      );
    },
  );
  fc.assert(property);
});
