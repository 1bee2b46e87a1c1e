import fc from 'fast-check';
import { formatMemory, parseMemoryQuantity } from './quantities';

const MEBIBYTE = 1024 ** 2;
const GIBIBYTE = 1024 ** 3;

describe('parseMemoryQuantity', () => {
  it.each`
    text            | bytes
    ${'2gb'}        | ${2 * GIBIBYTE}
    ${'2GB'}        | ${2 * GIBIBYTE}
    ${'2G'}         | ${2 * GIBIBYTE}
    ${'2g'}         | ${2 * GIBIBYTE}
    ${'2Gi'}        | ${2 * GIBIBYTE}
    ${'2GiB'}       | ${2 * GIBIBYTE}
    ${'512mb'}      | ${512 * MEBIBYTE}
    ${'1.5gb'}      | ${1.5 * GIBIBYTE}
    ${'1t'}         | ${1024 * GIBIBYTE}
    ${'4096k'}      | ${4 * MEBIBYTE}
    ${'2147483648'} | ${2 * GIBIBYTE}
    ${'17b'}        | ${17}
    ${'0'}          | ${0}
  `('reads "$text" as $bytes bytes, as Dragonfly does', ({ text, bytes }) => {
    expect(parseMemoryQuantity(text)).toBe(bytes);
  });

  it.each([
    '',
    'gb',
    '2 gb',
    '-2gb',
    '+2gb',
    '80%',
    '2gigabytes',
    '2gbb',
    '1e3mb',
    '0x10',
    'inf',
    '99999999pb',
  ])('refuses "%s"', text => {
    expect(parseMemoryQuantity(text)).toBeUndefined();
  });
});

describe('formatMemory', () => {
  it.each`
    bytes              | text
    ${0}               | ${'0 B'}
    ${17}              | ${'17 B'}
    ${1024}            | ${'1 KiB'}
    ${512 * MEBIBYTE}  | ${'512 MiB'}
    ${2 * GIBIBYTE}    | ${'2 GiB'}
    ${1.5 * GIBIBYTE}  | ${'1.5 GiB'}
    ${GIBIBYTE - 1}    | ${'1 GiB'}
    ${2.25 * GIBIBYTE} | ${'2.25 GiB'}
    ${3000 * GIBIBYTE} | ${'2.93 TiB'}
    ${-2 * GIBIBYTE}   | ${'-2 GiB'}
  `('writes $bytes bytes as "$text"', ({ bytes, text }) => {
    expect(formatMemory(bytes)).toBe(text);
  });

  it.each([NaN, Infinity])('refuses %p', bytes => {
    expect(() => formatMemory(bytes)).toThrow(RangeError);
  });

  it('is read back, to the half percent that two decimals leave', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 50 }), bytes => {
        const read = parseMemoryQuantity(formatMemory(bytes).replace(' ', ''));
        expect(Math.abs((read ?? 0) - bytes) / bytes).toBeLessThan(0.005);
      }),
      { seed: 1 },
    );
  });
});
