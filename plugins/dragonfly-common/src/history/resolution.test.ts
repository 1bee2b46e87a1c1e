import { DEFAULT_RETENTION, resolutionFor } from './resolution';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const now = 400 * DAY;

it.each`
  range                               | from            | to                      | resolution
  ${'the last quarter of an hour'}    | ${-15 * MINUTE} | ${0}                    | ${'raw'}
  ${'a quarter of an hour yesterday'} | ${-20 * HOUR}   | ${-20 * HOUR + 900_000} | ${'raw'}
  ${'the same the day before'}        | ${-30 * HOUR}   | ${-30 * HOUR + 900_000} | ${'minute'}
  ${'the last day'}                   | ${-DAY}         | ${0}                    | ${'minute'}
  ${'the last week'}                  | ${-7 * DAY}     | ${0}                    | ${'hour'}
  ${'an hour of long ago'}            | ${-90 * DAY}    | ${-90 * DAY + HOUR}     | ${'hour'}
`('$range: $resolution', ({ from, to, resolution }) => {
  expect(
    resolutionFor({ from: now + from, to: now + to }, DEFAULT_RETENTION, now),
  ).toBe(resolution);
});
