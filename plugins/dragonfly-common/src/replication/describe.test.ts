import { NOW } from './__fixtures__/builders';
import {
  describeAge,
  describeAmount,
  describeExposure,
  describeFreshness,
  describeLag,
} from './describe';
import { Exposure, Freshness, Lag, LagAmount } from './types';

const lags: [Lag, string][] = [
  [
    {
      kind: 'time',
      seconds: 0.4,
      errorBoundSeconds: 2.1,
      method: 'offset-interpolation',
    },
    '400 ms behind, ± 2.1 s (from offsets)',
  ],
  [
    {
      kind: 'time',
      seconds: 0,
      errorBoundSeconds: 1,
      method: 'heartbeat-key',
    },
    '0 ms behind, ± 1 s (by heartbeat key)',
  ],
  [
    { kind: 'time-estimate', seconds: 3, method: 'write-rate' },
    'about 3 s behind (estimated from the write rate)',
  ],
  [
    { kind: 'at-least', seconds: 120, method: 'wait-probe' },
    'at least 2 min behind (by WAIT)',
  ],
  [
    { kind: 'no-usable-copy', because: 'full-sync' },
    'no usable copy: a full sync is running',
  ],
  [
    { kind: 'no-usable-copy', because: 'never-synced' },
    'no usable copy: the replica never synchronised',
  ],
  [
    { kind: 'no-usable-copy', because: 'stopped' },
    'no usable copy: replication has stopped',
  ],
  [
    { kind: 'no-usable-copy', because: 'wiped' },
    'no usable copy: the copy was overwritten when the primary restarted',
  ],
  [
    { kind: 'unknown', because: 'the primary has not been observed' },
    'unknown: the primary has not been observed',
  ],
];

it.each(lags)('describes the lag %j', (lag, words) => {
  expect(describeLag(lag)).toBe(words);
});

const amounts: [LagAmount, string][] = [
  [
    { kind: 'records', records: 1809, method: 'reported-by-primary' },
    '1,809 records (reported by the primary)',
  ],
  [
    { kind: 'records', records: 1, method: 'reported-by-primary' },
    '1 record (reported by the primary)',
  ],
  [
    { kind: 'bytes', bytes: 2048, method: 'offset-difference' },
    '2 KiB (difference of offsets)',
  ],
  [
    { kind: 'unavailable', because: 'the link is down' },
    'unavailable: the link is down',
  ],
];

it.each(amounts)('describes the amount %j', (amount, words) => {
  expect(describeAmount(amount)).toBe(words);
});

const exposures: [Exposure, string][] = [
  [
    {
      kind: 'bounded',
      lag: { kind: 'time-estimate', seconds: 3, method: 'write-rate' },
      amount: { kind: 'records', records: 7, method: 'reported-by-primary' },
    },
    'what the best copy lacks: about 3 s behind (estimated from the write rate); 7 records (reported by the primary)',
  ],
  [
    { kind: 'everything', because: 'no replica is declared' },
    'everything: no replica is declared',
  ],
  [
    { kind: 'none-needed', because: 'the use case needs no copy' },
    'no copy needed: the use case needs no copy',
  ],
  [{ kind: 'unknown', because: 'nothing is' }, 'unknown: nothing is'],
];

it.each(exposures)('describes the exposure %j', (exposure, words) => {
  expect(describeExposure(exposure)).toBe(words);
});

const probed = {
  observedAt: NOW.toISOString(),
  ageSeconds: 4,
  durationMs: 3,
};
const freshnesses: [Freshness, string][] = [
  [{ kind: 'never' }, 'never probed'],
  [{ kind: 'fresh', ...probed }, 'probed 4 s ago'],
  [{ kind: 'stale', ...probed }, 'outdated: last probed 4 s ago'],
];

it.each(freshnesses)('describes the freshness %j', (freshness, words) => {
  expect(describeFreshness(freshness)).toBe(words);
});

it.each`
  observedAt                    | words
  ${'2026-11-24T11:59:56.000Z'} | ${'4 s ago'}
  ${'2026-11-24T12:00:01.000Z'} | ${'0 ms ago'}
  ${'yesterday'}                | ${'at an unknown time'}
`('describes the age of $observedAt as $words', ({ observedAt, words }) => {
  expect(describeAge(observedAt, NOW)).toBe(words);
});
