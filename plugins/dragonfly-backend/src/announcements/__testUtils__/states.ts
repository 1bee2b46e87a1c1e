import {
  CacheState,
  reason,
  ReasonCode,
  verdictOf,
} from 'backstage-plugin-dragonfly-common';

/** The state of a pair with these reasons, each about a region. */
export function stateOf(
  name: string,
  reasons: [ReasonCode, string][] = [],
  owner: string | undefined = 'group:default/identity',
): CacheState {
  const found = reasons.map(([code, region]) =>
    reason(code, `What is wrong in ${region}.`, region),
  );
  return {
    cache: {
      name,
      entityRef: `resource:default/${name}`,
      owner,
      topology: 'replicated',
      nodes: [],
      lagThresholdSeconds: 10,
      problems: [],
    },
    verdict: verdictOf(found),
    reasons: found,
    nodes: [],
    exposure: { kind: 'unknown', because: 'nothing was observed' },
    assessedAt: '2026-11-24T12:00:00.000Z',
  };
}

/** States by entity reference. */
export function statesOf(...states: CacheState[]): Map<string, CacheState> {
  return new Map(states.map(state => [state.cache.entityRef, state]));
}
