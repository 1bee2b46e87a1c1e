import { checkCacheName } from './checkCacheName';

describe('checkCacheName', () => {
  it.each(['sessions', 'rate-limits-2', 'a', 'a'.repeat(40)])(
    'accepts "%s"',
    name => {
      expect(checkCacheName(name)).toEqual([]);
    },
  );

  it.each`
    name                | expected
    ${undefined}        | ${/a DNS label of 1 to 40 characters/}
    ${''}               | ${/a DNS label/}
    ${'Sessions'}       | ${/a DNS label/}
    ${'2fast'}          | ${/a DNS label/}
    ${'a'.repeat(41)}   | ${/a DNS label/}
    ${'sessions-write'} | ${/does not end with "-write".* of the cache "sessions"/}
    ${'dfly-sessions'}  | ${/does not start with "dfly"/}
    ${'kubernetes'}     | ${/the Service of the cluster itself/}
  `('refuses $name', ({ name, expected }) => {
    expect(checkCacheName(name)).toEqual([
      expect.objectContaining({
        field: 'name',
        expected: expect.stringMatching(expected),
      }),
    ]);
  });
});
