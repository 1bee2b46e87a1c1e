import { CacheSample } from 'backstage-plugin-dragonfly-common';

const DAY_MS = 24 * 3_600_000;

/** A sample of a pair at a moment, Unix milliseconds; its values go up and down over days. */
export function sampleAt(at: number): CacheSample {
  const wave = 1 + Math.sin(at / DAY_MS);
  return {
    at,
    verdict: 'healthy',
    exposure: { kind: 'seconds', seconds: wave / 10 },
    nodes: ['region1', 'region2'].map(region => ({
      region,
      lagSeconds: region === 'region2' ? wave / 10 : undefined,
      memoryBytes: Math.round(wave * 1e9),
      hitRatio: wave / 2,
      evictionsPerSecond: wave,
      commandsPerSecond: 1_000 * wave,
      probeMilliseconds: 1 + wave,
    })),
  };
}
