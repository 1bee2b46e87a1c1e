import { describeTimeLeft } from './describeTimeLeft';

it.each`
  milliseconds  | words
  ${-1}         | ${'over now'}
  ${0}          | ${'over now'}
  ${1}          | ${'1 min left'}
  ${60_000}     | ${'1 min left'}
  ${60_001}     | ${'2 min left'}
  ${3_600_000}  | ${'1 h left'}
  ${3_900_000}  | ${'1 h 5 min left'}
  ${28_800_000} | ${'8 h left'}
`('says "$words" of $milliseconds ms', ({ milliseconds, words }) => {
  expect(describeTimeLeft(milliseconds)).toBe(words);
});
