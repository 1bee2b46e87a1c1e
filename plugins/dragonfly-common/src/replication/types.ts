import { CacheDeclaration, DeclaredRole } from '../inventory/types';
import { Maintenance } from '../maintenance/types';
import { Reason } from './reasons';

/** Which server answers. @public */
export type ServerFlavour = 'dragonfly' | 'redis' | 'valkey';

/** State of one replica as its primary lists it. @public */
export interface ConnectedReplica {
  address: string;
  /** Absent in what the portal's API answers. */
  port?: number;
  state: 'preparation' | 'full-sync' | 'online' | 'cancelled' | 'unknown';
  /** Dragonfly: journal records, the maximum over the shards. It reads 0 in every state but `online`. */
  lagRecords?: number;
  /** Redis and Valkey: acknowledged replication offset, bytes. */
  offsetBytes?: number;
  /** Redis and Valkey: whole seconds since the replica's last acknowledgement (their `lag=`). */
  secondsSinceAcknowledgement?: number;
}

/** What `INFO replication` says, by role. @public */
export type ReplicationFacts =
  | {
      role: 'primary';
      replicationId: string;
      /** Redis and Valkey only; Dragonfly does not report it. */
      offsetBytes?: number;
      replicas: ConnectedReplica[];
      /** How many replicas a primary says it has when it lists none of them, as Dragonfly with `--managed_service_info` does; never 0. */
      connectedReplicas?: number;
    }
  | {
      role: 'replica';
      primaryHost: string;
      /** Absent in what the portal's API answers. */
      primaryPort?: number;
      link: 'up' | 'down';
      fullSyncInProgress: boolean;
      /** Empty reply means that the replica never synchronised. */
      primaryReplicationId?: string;
      /** Absent when the link was never up (Dragonfly then reports the Unix time, which is no duration). */
      secondsSinceLastIo?: number;
      /** Dragonfly: records, summed over shards. Redis and Valkey: bytes. Absent until synchronised. */
      offset?: { unit: 'records' | 'bytes'; value: number };
      /** Dragonfly: partial resynchronisations attempted and granted since its start. */
      partialSync?: { attempts: number; successes: number };
    };

/** What `INFO memory` says. @public */
export interface MemoryFacts {
  usedBytes: number;
  /** Absent when the server has no limit. */
  limitBytes?: number;
  /** What the server does when the limit is reached. */
  whenFull: 'evicts' | 'refuses-writes' | 'unknown';
  /** The server's own word, for example `noeviction` or `allkeys-lru`. */
  policy?: string;
}

/** Dragonfly's position in the journal, shard by shard. @public */
export interface ShardOffsets {
  /**
   * On a replica: the session of replication the offsets belong to; another one counts anew. Absent on a primary.
   */
  session?: string;
  /** Per shard: records written (primary, `DFLY REPLICAOFFSET`) or executed (replica, `DEBUG REPLICA OFFSET`). */
  records: number[];
  /** When the server answered, Unix milliseconds by the portal's clock. */
  observedAt: number;
  durationMs: number;
}

/** The portal's own keys: on a primary the time just written, on a replica the oldest time found. @public */
export interface Heartbeat {
  /** Unix milliseconds by the portal's clock, on both sides. */
  writtenAt: number;
  /** Milliseconds between two writes. */
  intervalMs: number;
}

/** Counters of one server since its start. @public */
export interface ServerCounters {
  hits: number;
  misses: number;
  evictedKeys: number;
  expiredKeys: number;
  commands: number;
  /** When they were read, Unix milliseconds. */
  observedAt: number;
}

/** What one probe learned of one server. Sections that are asked less often are carried over from the last answer. @public */
export interface NodeFacts {
  flavour: ServerFlavour;
  version?: string;
  replication: ReplicationFacts;
  memory?: MemoryFacts;
  keys?: { total: number; expiring: number };
  uptimeSeconds?: number;
  /** Dragonfly, with a credential that may ask: journal records shard by shard. */
  shardOffsets?: ShardOffsets;
  /** Where the heartbeat key is written: what the portal wrote, or found, on this node. */
  heartbeat?: Heartbeat;
  /** Counters since the server's start, `INFO stats`. */
  counters?: ServerCounters;
  /** Outcome of `WAIT 1 <timeout>` on a Dragonfly primary: how long until a replica had acknowledged everything. */
  waitProbe?: {
    acknowledgedReplicas: number;
    elapsedMs: number;
    timeoutMs: number;
  };
}

/** Why a probe got no facts. `message` never holds a host, a port or a credential. @public */
export interface ProbeFailure {
  kind:
    | 'refused'
    | 'timeout'
    | 'dns'
    | 'reset'
    | 'auth'
    | 'permission'
    | 'loading'
    | 'tls'
    | 'protocol';
  message: string;
  /**
   * With `timeout`: whether the server answered PING on another connection while `INFO replication` hung. A Dragonfly
   * replica does that exactly while it takes over.
   */
  answersPing?: boolean;
}

/** What one probe of one node saw. @public */
export type Observation = {
  region: string;
  /** When the answer arrived (or the probe gave up), Unix milliseconds by the portal's clock. */
  observedAt: number;
  /** How long the probe took. */
  durationMs: number;
  /**
   * Set when another instance of the portal probed for the one that judges: the regions it reaches, separated by commas, or
   * a short id of it when it reaches all. Never a host name.
   */
  vantage?: string;
} & (
  | { outcome: 'answered'; facts: NodeFacts }
  | { outcome: 'failed'; failure: ProbeFailure }
);

/**
 * What the judgement of a cache may look at: per region its recent observations, oldest first.
 * The monitor bounds it (by default 2 minutes) and thins out what is older, so that there are gaps of a tenth of the age.
 *
 * @public
 */
export interface ObservationWindow {
  observations: Record<string, Observation[]>;
  /** When the portal began to watch this cache, Unix milliseconds. */
  watchedSince: number;
  /** Interval at which nodes are probed, milliseconds; older than three of them is stale. */
  intervalMs: number;
  /** What the judgement before this one found, so that a value at its limit does not make the verdict flap. */
  previousReasons?: Pick<Reason, 'code' | 'region'>[];
  /** Set while the portal takes its own network for the cause of what it sees. */
  isolation?: PortalIsolation;
  /** Regions of the cache whose nodes are not probed, because no instance of the portal reaches them. */
  unreachableRegions?: readonly string[];
}

/** Everything the portal watches fell silent at once. @public */
export interface PortalIsolation {
  /** When the last node fell silent, Unix milliseconds. */
  since: number;
  /** Nodes that answered until then. */
  nodes: number;
}

/** What would become of a node's data if its server restarted now. @public */
export type RestartForecast =
  /** Copied again from the primary; until then there is no usable copy here. */
  | { kind: 'copies-again'; because: string }
  /** Lost here, kept by a replica. */
  | { kind: 'kept-elsewhere'; because: string }
  | { kind: 'lost'; because: string }
  | { kind: 'unknown'; because: string };

/** How far a replica is behind in time, and how that is known. @public */
export type Lag =
  | {
      kind: 'time';
      seconds: number;
      errorBoundSeconds: number;
      method: 'offset-interpolation' | 'wait-probe' | 'heartbeat-key';
    }
  | { kind: 'time-estimate'; seconds: number; method: 'write-rate' }
  /** The replica's offset is older than everything in the window, or WAIT ran into its timeout. */
  | {
      kind: 'at-least';
      seconds: number;
      method: 'offset-interpolation' | 'wait-probe';
    }
  | {
      kind: 'no-usable-copy';
      because: 'full-sync' | 'never-synced' | 'stopped' | 'wiped';
    }
  | { kind: 'unknown'; because: string };

/** How far a replica is behind in the server's own unit. Never converted into the other one. @public */
export type LagAmount =
  | { kind: 'records'; records: number; method: 'reported-by-primary' }
  | { kind: 'bytes'; bytes: number; method: 'offset-difference' }
  | { kind: 'unavailable'; because: string };

/** @public */
export interface ReplicaLag {
  time: Lag;
  amount: LagAmount;
  /** ISO 8601; the older of the two observations it was computed from. */
  observedAt: string;
}

/** What losing the primary's region now would cost. @public */
export type Exposure =
  | { kind: 'none-needed'; because: string }
  | { kind: 'bounded'; lag: Lag; amount: LagAmount }
  | { kind: 'everything'; because: string }
  | { kind: 'unknown'; because: string };

/** How fresh what is known of a node is. @public */
export type Freshness =
  | { kind: 'never' }
  | {
      kind: 'fresh' | 'stale';
      observedAt: string;
      ageSeconds: number;
      durationMs: number;
    };

/** One node as judged. @public */
export interface NodeState {
  region: string;
  declaredRole: DeclaredRole;
  /** Role of the last answer; absent when the node never answered within the window. */
  observedRole?: 'primary' | 'replica';
  /** Of the last probe, answered or not. */
  probe: Freshness;
  /** From where the last probe was made, see {@link Observation}; absent when the instance that judges made it itself. */
  vantage?: string;
  /** Set when the last probe failed. */
  failure?: ProbeFailure;
  /** Of the last answer; with `failure` set, this is older than the last probe. */
  facts?: NodeFacts;
  /** When `facts` were observed, ISO 8601. */
  factsObservedAt?: string;
  /** Only for a replica. */
  lag?: ReplicaLag;
  restart: RestartForecast;
}

/** @public */
export type Verdict = 'healthy' | 'degraded' | 'critical' | 'unknown';

/** Everything the portal says about one cache: the answer of the API. @public */
export interface CacheState {
  cache: CacheDeclaration;
  verdict: Verdict;
  /** Worst first. Empty exactly when the verdict is `healthy`. */
  reasons: Reason[];
  nodes: NodeState[];
  exposure: Exposure;
  /** ISO 8601. */
  assessedAt: string;
  /** Set while somebody works on the cache and nobody is notified of it; what is said of its health is the same as ever. */
  maintenance?: Maintenance;
}
