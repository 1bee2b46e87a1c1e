import {
  describeAtLeast,
  describeBytes,
  describeCount,
  describeSeconds,
} from './describeQuantity';

it.each`
  seconds       | words
  ${0}          | ${'0 ms'}
  ${0.0004}     | ${'0 ms'}
  ${0.04}       | ${'40 ms'}
  ${0.9994}     | ${'999 ms'}
  ${0.9999}     | ${'1 s'}
  ${2.54}       | ${'2.5 s'}
  ${9.94}       | ${'9.9 s'}
  ${9.96}       | ${'10 s'}
  ${119.4}      | ${'119 s'}
  ${119.6}      | ${'2 min'}
  ${7200}       | ${'2 h'}
  ${3 * 86_400} | ${'3 d'}
`('describes $seconds seconds as $words', ({ seconds, words }) => {
  expect(describeSeconds(seconds)).toBe(words);
});

it.each`
  bytes               | words
  ${0}                | ${'0 bytes'}
  ${1023}             | ${'1,023 bytes'}
  ${1536}             | ${'1.5 KiB'}
  ${1024 ** 2 - 1}    | ${'1 MiB'}
  ${2 * 1024 ** 3}    | ${'2 GiB'}
  ${5000 * 1024 ** 4} | ${'5,000 TiB'}
`('describes $bytes bytes as $words', ({ bytes, words }) => {
  expect(describeBytes(bytes)).toBe(words);
});

it('separates thousands', () => {
  expect(describeCount(1809)).toBe('1,809');
});

it('says nothing of a duration that has only begun', () => {
  expect(describeAtLeast(0)).toBe('');
  expect(describeAtLeast(3)).toBe(' for at least 3 s');
});
