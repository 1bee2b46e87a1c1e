import {
  count,
  list,
  number,
  object,
  oneOf,
  ref,
  Schema,
  text,
  toggle,
  union,
} from './objects';

/** `NodeFacts` of dragonfly-common and what it is made of. */
export const factsSchemas: Record<string, Schema> = {
  ConnectedReplica: object({
    address: text,
    state: oneOf('preparation', 'full-sync', 'online', 'cancelled', 'unknown'),
    'lagRecords?': count,
    'offsetBytes?': number,
    'secondsSinceAcknowledgement?': number,
  }),
  ReplicationFacts: union('role', {
    primary: {
      replicationId: text,
      'offsetBytes?': number,
      replicas: list(ref('ConnectedReplica')),
      'connectedReplicas?': count,
    },
    replica: {
      primaryHost: text,
      link: oneOf('up', 'down'),
      fullSyncInProgress: toggle,
      'primaryReplicationId?': text,
      'secondsSinceLastIo?': number,
      'offset?': object({ unit: oneOf('records', 'bytes'), value: number }),
      'partialSync?': object({ attempts: count, successes: count }),
    },
  }),
  MemoryFacts: object({
    usedBytes: number,
    'limitBytes?': number,
    whenFull: oneOf('evicts', 'refuses-writes', 'unknown'),
    'policy?': text,
  }),
  NodeFacts: object({
    flavour: oneOf('dragonfly', 'redis', 'valkey'),
    'version?': text,
    replication: ref('ReplicationFacts'),
    'memory?': ref('MemoryFacts'),
    'keys?': object({ total: count, expiring: count }),
    'uptimeSeconds?': number,
    'shardOffsets?': object({
      'session?': text,
      records: list(number),
      observedAt: number,
      durationMs: number,
    }),
    'heartbeat?': object({ writtenAt: number, intervalMs: number }),
    'counters?': object({
      hits: number,
      misses: number,
      evictedKeys: number,
      expiredKeys: number,
      commands: number,
      observedAt: number,
    }),
    'waitProbe?': object({
      acknowledgedReplicas: count,
      elapsedMs: number,
      timeoutMs: number,
    }),
  }),
  ProbeFailure: object(
    {
      kind: oneOf(
        'refused',
        'timeout',
        'dns',
        'reset',
        'auth',
        'permission',
        'loading',
        'tls',
        'protocol',
      ),
      message: text,
      'answersPing?': toggle,
    },
    'Why a probe got no facts.',
  ),
};
