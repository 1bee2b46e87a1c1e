import {
  isSupportedServerVersion,
  isTriedServerVersion,
  keepsBacklogByTime,
} from './serverVersion';

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

it.each([
  ['1.40.0', true, false],
  ['v1.40.17', true, false],
  ['1.41.0', false, true],
  ['2.0.0', false, true],
  ['1.39.0', false, false],
  ['latest', false, false],
])(
  'tells of %j whether it was tried: %s, and whether its backlog is a time: %s',
  (version, tried, byTime) => {
    expect(isTriedServerVersion(version)).toBe(tried);
    expect(keepsBacklogByTime(version)).toBe(byTime);
  },
);
