import fc from 'fast-check';
import { formatDuration, parseDuration } from './durations';

describe('parseDuration', () => {
  it.each`
    text                   | seconds
    ${'24h'}               | ${86_400}
    ${'1m'}                | ${60}
    ${'30s'}               | ${30}
    ${'1d'}                | ${86_400}
    ${'2w'}                | ${1_209_600}
    ${'1H'}                | ${3_600}
    ${' 5m '}              | ${300}
    ${'90 min'}            | ${5_400}
    ${'5 minutes'}         | ${300}
    ${'1 Hour'}            | ${3_600}
    ${'1h30m'}             | ${5_400}
    ${'1h 30m'}            | ${5_400}
    ${'1 hour 30 minutes'} | ${5_400}
    ${'1.5h'}              | ${5_400}
    ${'1.1h'}              | ${3_960}
    ${'PT5M'}              | ${300}
    ${'pt5m'}              | ${300}
    ${'P1D'}               | ${86_400}
    ${'P1W'}               | ${604_800}
    ${'P1DT12H'}           | ${129_600}
    ${'PT1H30M'}           | ${5_400}
    ${'PT0.5H'}            | ${1_800}
    ${'PT0,5H'}            | ${1_800}
  `('reads "$text" as $seconds seconds', ({ text, seconds }) => {
    expect(parseDuration(text)).toBe(seconds);
  });

  it.each`
    text                     | because
    ${''}                    | ${'it is empty'}
    ${'forever'}             | ${'it has no number'}
    ${'24'}                  | ${'it has no unit'}
    ${'h'}                   | ${'it has no number'}
    ${'0s'}                  | ${'a key that lives for no time is no cache'}
    ${'-1h'}                 | ${'it is negative'}
    ${'5M'}                  | ${'M may mean months'}
    ${'1y'}                  | ${'a year has no fixed length'}
    ${'P1M'}                 | ${'a month has no fixed length'}
    ${'P1Y'}                 | ${'a year has no fixed length'}
    ${'P'}                   | ${'it names nothing'}
    ${'PT'}                  | ${'it names nothing'}
    ${'P1DT'}                | ${'it ends in the time marker'}
    ${'500ms'}               | ${'it is no whole number of seconds'}
    ${'0.5s'}                | ${'it is no whole number of seconds'}
    ${'30m1h'}               | ${'units run from long to short'}
    ${'1h1h'}                | ${'a unit is there twice'}
    ${'up to 24h'}           | ${'it is not exact'}
    ${'24h (rolling)'}       | ${'something follows'}
    ${'1h-2h'}               | ${'it is a range'}
    ${`${'9'.repeat(400)}h`} | ${'it is beyond counting'}
  `('refuses "$text", since $because', ({ text }) => {
    expect(parseDuration(text)).toBeUndefined();
  });
});

describe('formatDuration', () => {
  it.each`
    seconds    | text
    ${0}       | ${'0s'}
    ${0.25}    | ${'250ms'}
    ${0.9996}  | ${'1s'}
    ${1.54}    | ${'1.5s'}
    ${9.96}    | ${'10s'}
    ${59.7}    | ${'1m'}
    ${60}      | ${'1m'}
    ${300}     | ${'5m'}
    ${5_400}   | ${'1h 30m'}
    ${86_400}  | ${'24h'}
    ${129_600} | ${'36h'}
    ${172_800} | ${'2d'}
    ${183_845} | ${'2d 3h 4m 5s'}
    ${-5}      | ${'-5s'}
  `('writes $seconds seconds as "$text"', ({ seconds, text }) => {
    expect(formatDuration(seconds)).toBe(text);
  });

  it.each([NaN, Infinity, -Infinity])('refuses %p', seconds => {
    expect(() => formatDuration(seconds)).toThrow(RangeError);
  });

  it('is read back for every whole number of seconds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), seconds => {
        expect(parseDuration(formatDuration(seconds))).toBe(seconds);
      }),
      { seed: 1 },
    );
  });
});
