import {
  CacheDeclaration,
  DeclaredUseCase,
  NodeDeclaration,
} from '../../inventory/types';
import {
  ConnectedReplica,
  NodeFacts,
  Observation,
  ObservationWindow,
  ProbeFailure,
  ReplicationFacts,
} from '../types';

/** The present of every test that uses these builders. */
export const NOW = new Date('2026-11-24T12:00:00.000Z');

/** Replication id of the primary that the builders' replica follows. */
export const PRIMARY_ID = 'a'.repeat(40);

type Answer = Extract<Observation, { outcome: 'answered' }>;
type PrimaryReplication = Extract<ReplicationFacts, { role: 'primary' }>;
type ReplicaReplication = Extract<ReplicationFacts, { role: 'replica' }>;

interface Timing {
  /** Seconds from NOW; negative is in the past. */
  at?: number;
  region?: string;
  durationMs?: number;
}

/** A use case that needs a replica and evicts. */
export const sessionCache: DeclaredUseCase = {
  id: 'session-cache',
  title: 'Session cache',
  ttlSeconds: 86_400,
  eviction: 'lru',
  disasterRecovery: 'required',
};

/** A cache `sessions` with its primary in region1 and its replica in region2, which its use case needs. */
export function declaration(
  overrides: Partial<CacheDeclaration> = {},
): CacheDeclaration {
  return {
    name: 'sessions',
    entityRef: 'resource:default/sessions',
    title: 'Sessions',
    owner: 'group:default/identity',
    topology: 'replicated',
    useCase: sessionCache,
    nodes: [
      declaredNode('region1', 'primary'),
      declaredNode('region2', 'replica'),
    ],
    lagThresholdSeconds: 5,
    problems: [],
    ...overrides,
  };
}

export function declaredNode(
  region: string,
  declaredRole: NodeDeclaration['declaredRole'],
): NodeDeclaration {
  return { region, declaredRole };
}

type FactOverrides = Partial<Omit<NodeFacts, 'replication'>>;

/** A Dragonfly primary in region1 with one replica in sync, confirmed by WAIT. */
export function primary(
  overrides: Timing &
    FactOverrides &
    Partial<Omit<PrimaryReplication, 'role'>> = {},
): Answer {
  const { replicationId, offsetBytes, replicas, connectedReplicas, ...rest } =
    overrides;
  return answer('region1', rest, {
    flavour: 'dragonfly',
    version: '1.40.1',
    waitProbe: { acknowledgedReplicas: 1, elapsedMs: 40, timeoutMs: 1000 },
    replication: {
      role: 'primary',
      replicationId: replicationId ?? PRIMARY_ID,
      offsetBytes,
      replicas: replicas ?? [connectedReplica()],
      ...(connectedReplicas !== undefined && { connectedReplicas }),
    },
  });
}

/** A Dragonfly replica in region2 that follows the primary; `sync: true` puts it into a full sync. */
export function replica(
  overrides: Timing &
    FactOverrides &
    Partial<Omit<ReplicaReplication, 'role'>> & { sync?: boolean } = {},
): Answer {
  const {
    sync = false,
    primaryHost = 'sessions.region1.example.com',
    primaryPort = 6379,
    link = 'up',
    fullSyncInProgress = sync,
    primaryReplicationId = PRIMARY_ID,
    secondsSinceLastIo = 0,
    offset = sync ? undefined : { unit: 'records', value: 1003 },
    partialSync,
    ...rest
  } = overrides;
  return answer('region2', rest, {
    flavour: 'dragonfly',
    version: '1.40.1',
    replication: {
      role: 'replica',
      primaryHost,
      primaryPort,
      link,
      fullSyncInProgress,
      primaryReplicationId,
      secondsSinceLastIo,
      offset,
      partialSync,
    },
  });
}

/** A Dragonfly replica that has never had a copy: link down, no replication id, no offset. */
export function neverSynced(timing: Timing = {}): Answer {
  const observation = replica({ ...timing, link: 'down' });
  const { facts } = observation;
  return {
    ...observation,
    facts: {
      ...facts,
      replication: {
        role: 'replica',
        primaryHost: 'sessions.region1.example.com',
        primaryPort: 6379,
        link: 'down',
        fullSyncInProgress: false,
      },
    },
  };
}

const failureMessages: Record<ProbeFailure['kind'], string> = {
  refused: 'connection refused',
  timeout: 'no answer in time',
  dns: 'host name not found',
  reset: 'connection reset',
  auth: 'credentials refused',
  permission: 'the user may not run the command',
  loading: 'loading its data set',
  tls: 'TLS handshake failed',
  protocol: 'not an answer of a cache',
};

/** A probe that got no facts. */
export function failed(
  failure: ProbeFailure['kind'] | ProbeFailure,
  { at = 0, region = 'region1', durationMs = 5 }: Timing = {},
): Observation {
  return {
    region,
    observedAt: NOW.getTime() + at * 1000,
    durationMs,
    outcome: 'failed',
    failure:
      typeof failure === 'string'
        ? { kind: failure, message: failureMessages[failure] }
        : failure,
  };
}

/** How a primary lists the replica of region2. */
export function connectedReplica(
  overrides: Partial<ConnectedReplica> = {},
): ConnectedReplica {
  return {
    address: 'region2',
    port: 6379,
    state: 'online',
    lagRecords: 0,
    ...overrides,
  };
}

/** A window that holds these observations, of a cache probed every second and watched for two minutes. */
export function windowOf(...observations: Observation[]): ObservationWindow {
  const byRegion: Record<string, Observation[]> = {};
  for (const observation of observations) {
    (byRegion[observation.region] ??= []).push(observation);
  }
  return {
    observations: byRegion,
    watchedSince: NOW.getTime() - 120_000,
    intervalMs: 1000,
  };
}

function answer(
  defaultRegion: string,
  overrides: Timing & FactOverrides,
  facts: NodeFacts,
): Answer {
  const {
    at = 0,
    region = defaultRegion,
    durationMs = 5,
    ...factOverrides
  } = overrides;
  return {
    region,
    observedAt: NOW.getTime() + at * 1000,
    durationMs,
    outcome: 'answered',
    facts: { ...facts, ...factOverrides },
  };
}
