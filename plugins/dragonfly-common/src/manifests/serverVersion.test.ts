import { isSupportedServerVersion } from './serverVersion';

it.each([
  ['1.40.0', true],
  ['v1.40.1', true],
  ['2.0.0', true],
  ['1.39.9', false],
  ['0.99.0', false],
  ['1.40', false],
  ['latest', false],
  ['1.40.1\n', false],
  ['', false],
])('tells whether %j can be used: %s', (version, supported) => {
  expect(isSupportedServerVersion(version)).toBe(supported);
});
