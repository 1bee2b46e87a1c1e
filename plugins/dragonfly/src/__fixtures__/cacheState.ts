import {
  CacheDeclaration,
  CacheState,
  Maintenance,
  NodeFacts,
  NodeState,
  Reason,
  ReplicaLag,
} from 'backstage-plugin-dragonfly-common';

const GIBIBYTE = 1024 ** 3;

export const ASSESSED_AT = '2026-11-24T12:00:00.000Z';
const OBSERVED_AT = '2026-11-24T11:59:58.000Z';

const fresh = {
  kind: 'fresh',
  observedAt: OBSERVED_AT,
  ageSeconds: 2,
  durationMs: 3,
} as const;

export function declaration(
  overrides: Partial<CacheDeclaration> = {},
): CacheDeclaration {
  return {
    name: 'sessions',
    entityRef: 'resource:default/sessions',
    title: 'Sessions',
    owner: 'group:default/identity',
    system: 'system:default/shop',
    topology: 'replicated',
    useCase: {
      id: 'session-cache',
      title: 'Session cache',
      ttlSeconds: 86_400,
      eviction: 'lru',
      disasterRecovery: 'required',
    },
    nodes: [
      { region: 'region1', declaredRole: 'primary' },
      { region: 'region2', declaredRole: 'replica' },
    ],
    lagThresholdSeconds: 5,
    problems: [],
    ...overrides,
  };
}

export function replicaLag(overrides: Partial<ReplicaLag> = {}): ReplicaLag {
  return {
    time: {
      kind: 'time',
      seconds: 0.4,
      errorBoundSeconds: 0.1,
      method: 'wait-probe',
    },
    amount: { kind: 'records', records: 12, method: 'reported-by-primary' },
    observedAt: OBSERVED_AT,
    ...overrides,
  };
}

function facts(replication: NodeFacts['replication']): NodeFacts {
  return {
    flavour: 'dragonfly',
    version: '1.40.1',
    memory: {
      usedBytes: 1.2 * GIBIBYTE,
      limitBytes: 2 * GIBIBYTE,
      whenFull: 'evicts',
    },
    keys: { total: 1_200, expiring: 1_180 },
    replication,
  };
}

export function primaryNode(overrides: Partial<NodeState> = {}): NodeState {
  return {
    region: 'region1',
    declaredRole: 'primary',
    observedRole: 'primary',
    restart: {
      kind: 'kept-elsewhere',
      because: 'the replica in region2 keeps its copy',
    },
    probe: fresh,
    factsObservedAt: OBSERVED_AT,
    facts: facts({
      role: 'primary',
      replicationId: 'a'.repeat(40),
      replicas: [
        { address: '10.0.0.2', port: 6379, state: 'online', lagRecords: 12 },
      ],
    }),
    ...overrides,
  };
}

export function replicaNode(overrides: Partial<NodeState> = {}): NodeState {
  return {
    region: 'region2',
    declaredRole: 'replica',
    observedRole: 'replica',
    restart: {
      kind: 'copies-again',
      because: 'it copies everything from the primary again',
    },
    probe: fresh,
    factsObservedAt: OBSERVED_AT,
    facts: facts({
      role: 'replica',
      primaryHost: 'primary',
      primaryPort: 6379,
      link: 'up',
      fullSyncInProgress: false,
      secondsSinceLastIo: 1,
      offset: { unit: 'records', value: 400 },
    }),
    lag: replicaLag(),
    ...overrides,
  };
}

/** A node that has never answered. */
export function silentNode(overrides: Partial<NodeState> = {}): NodeState {
  return {
    region: 'region2',
    declaredRole: 'replica',
    restart: { kind: 'unknown', because: 'its present role is not known' },
    probe: { ...fresh, durationMs: 1_500 },
    failure: { kind: 'timeout', message: 'No answer within 1500 ms.' },
    ...overrides,
  };
}

export function reason(overrides: Partial<Reason> = {}): Reason {
  return {
    code: 'LAG_HIGH',
    severity: 'degraded',
    title: 'Replication lag is high',
    applicationsNotice: 'no',
    actor: 'cache owner',
    nextStep: 'Look at the write rate of the primary.',
    message: 'The replica in region2 is 9 s behind; the limit is 5 s.',
    region: 'region2',
    ...overrides,
  };
}

/** A maintenance that ends 35 minutes after {@link ASSESSED_AT}. */
export function maintenance(overrides: Partial<Maintenance> = {}): Maintenance {
  return {
    entityRef: 'resource:default/sessions',
    startedAt: '2026-11-24T11:35:00.000Z',
    until: '2026-11-24T12:35:00.000Z',
    startedBy: 'user:default/alice',
    note: 'Moves to region2',
    ...overrides,
  };
}

/** A healthy replicated cache, unless told otherwise. */
export function cacheState(overrides: Partial<CacheState> = {}): CacheState {
  return {
    cache: declaration(),
    verdict: 'healthy',
    reasons: [],
    nodes: [primaryNode(), replicaNode()],
    exposure: {
      kind: 'bounded',
      lag: replicaLag().time,
      amount: replicaLag().amount,
    },
    assessedAt: ASSESSED_AT,
    ...overrides,
  };
}
