import { nextMoment } from './nextMoment';

it.each`
  situation                         | now       | last         | expected
  ${'between two moments'}          | ${10_700} | ${10_000}    | ${12_000}
  ${'at a moment'}                  | ${12_000} | ${12_000}    | ${14_000}
  ${'a little early at a moment'}   | ${11_999} | ${12_000}    | ${14_000}
  ${'after a write that took long'} | ${17_000} | ${12_000}    | ${18_000}
  ${'after the clock was set back'} | ${5_100}  | ${12_000}    | ${6_000}
  ${'before the first'}             | ${1}      | ${-Infinity} | ${2_000}
`('$situation: $expected', ({ now, last, expected }) => {
  expect(nextMoment(now, last, 2_000)).toBe(expected);
});
