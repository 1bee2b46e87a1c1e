import { CacheSample } from 'backstage-plugin-dragonfly-common';

/** A moment at the start of an hour, so that spans are easy to count. */
export const START = Date.parse('2026-11-24T12:00:00.000Z');

/** A sample of a pair; the replica lags by the number of seconds given. */
export function sampleAt(at: number, lagSeconds = 1): CacheSample {
  return {
    at,
    verdict: 'healthy',
    exposure: { kind: 'seconds', seconds: lagSeconds },
    nodes: [
      {
        region: 'region1',
        memoryBytes: 1_000_000,
        hitRatio: 0.9,
        evictionsPerSecond: 0,
        commandsPerSecond: 1234.5,
        probeMilliseconds: 2,
      },
      {
        region: 'region2',
        lagSeconds,
        memoryBytes: 1_000_000,
        probeMilliseconds: 3,
      },
    ],
  };
}
