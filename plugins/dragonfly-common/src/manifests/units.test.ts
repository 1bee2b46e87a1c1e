import { MIB, toServerSize } from './units';

it.each([
  [256 * MIB, '256mb'],
  [1024 * MIB, '1gb'],
  [1536 * MIB, '1536mb'],
  [2 ** 40, '1024gb'],
])('writes %i bytes as %s', (bytes, text) => {
  expect(toServerSize(bytes)).toBe(text);
});
