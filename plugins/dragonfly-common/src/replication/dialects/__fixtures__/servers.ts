import { InfoReplies } from '../../factsFromInfo';
import { ServerFlavour } from '../../types';

/** What one version of a server answers, as a primary and as its replica, in one and the same situation. */
export interface Dialect {
  server: string;
  flavour: ServerFlavour;
  version: string;
  primary: InfoReplies;
  replica: InfoReplies;
  /** The primary's answer to `INFO replication` while the replica copies everything. */
  copying: string;
}

/** Replication id of every primary here. */
export const REPLICATION_ID = '75a84da422c3bb090bfe326576e8f3525a0a5ba1';

/** What differs from version to version. */
interface Differences {
  /** Fields of `INFO server` that name the version, in the order of the server. */
  versionFields: string[];
  /** Behind `lag=` in the line of a replica. */
  listedExtra?: string;
  /** Behind `lag=` in each line of a replica that is being copied to, with its state. */
  copyingLines?: { state: string; extra: string }[];
  /** More lines of a replica's `INFO replication`. */
  replicaFields?: string[];
  /** Behind `avg_ttl=` in `INFO keyspace`. */
  keyspaceExtra?: string;
}

const readOffset = ['slave_read_repl_offset:1414'];

/** Short replies of our own, with the fields that each version is documented to send and those that it added. */
export const dialects: Dialect[] = [
  dialect('redis', '6.2.14', { versionFields: ['redis_version:6.2.14'] }),
  dialect('redis', '7.0.15', {
    versionFields: ['redis_version:7.0.15'],
    replicaFields: readOffset,
  }),
  dialect('redis', '7.2.5', {
    versionFields: ['redis_version:7.2.5'],
    replicaFields: readOffset,
  }),
  dialect('redis', '7.4.1', {
    versionFields: ['redis_version:7.4.1'],
    replicaFields: readOffset,
    keyspaceExtra: ',subexpiry=0',
  }),
  dialect('redis', '8.0.0', {
    versionFields: ['redis_version:8.0.0'],
    replicaFields: readOffset,
    listedExtra: ',io-thread=0',
    copyingLines: [{ state: 'send_bulk_and_stream', extra: ',io-thread=0' }],
    keyspaceExtra: ',subexpiry=0',
  }),
  dialect('valkey', '7.2.7', {
    versionFields: [
      'redis_version:7.2.4',
      'server_name:valkey',
      'valkey_version:7.2.7',
    ],
    replicaFields: readOffset,
  }),
  dialect('valkey', '8.0.1', {
    versionFields: [
      'redis_version:7.2.4',
      'server_name:valkey',
      'valkey_version:8.0.1',
    ],
    replicaFields: [...readOffset, 'replicas_waiting_psync:0'],
    listedExtra: ',type=replica',
    // Over two channels at once, where that is switched on: one replica, two lines.
    copyingLines: [
      { state: 'wait_bgsave', extra: ',type=rdb-channel' },
      { state: 'bg_transfer', extra: ',type=main-channel' },
    ],
  }),
  dialect('valkey', '8.1.0', {
    versionFields: [
      'redis_version:7.2.4',
      'server_name:valkey',
      'valkey_version:8.1.0',
      'valkey_release_stage:ga',
    ],
    replicaFields: [...readOffset, 'replicas_waiting_psync:0'],
    listedExtra: ',type=replica',
  }),
];

function dialect(
  flavour: ServerFlavour,
  version: string,
  differences: Differences,
): Dialect {
  const {
    versionFields,
    listedExtra = '',
    copyingLines = [{ state: 'send_bulk', extra: listedExtra }],
    replicaFields = [],
    keyspaceExtra = '',
  } = differences;
  const others: Omit<InfoReplies, 'replication'> = {
    server: lines(
      '# Server',
      ...versionFields,
      'redis_mode:standalone',
      'uptime_in_seconds:27',
    ),
    memory: lines(
      '# Memory',
      'used_memory:1048576',
      'used_memory_human:1.00M',
      'maxmemory:67108864',
      'maxmemory_policy:allkeys-lru',
    ),
    keyspace: lines(
      '# Keyspace',
      `db0:keys=3,expires=2,avg_ttl=0${keyspaceExtra}`,
    ),
    stats: lines(
      '# Stats',
      'total_commands_processed:12',
      'expired_keys:3',
      'evicted_keys:4',
      'keyspace_hits:5',
      'keyspace_misses:6',
    ),
    statsObservedAt: 1_000,
  };
  const listed = `slave0:ip=10.0.0.2,port=6379,state=online,offset=1400,lag=1${listedExtra}`;
  return {
    server: `${flavour} ${version}`,
    flavour,
    version,
    primary: { replication: primaryReplication([listed]), ...others },
    replica: { replication: replicaReplication(replicaFields), ...others },
    copying: primaryReplication(
      copyingLines.map(
        ({ state, extra }, i) =>
          `slave${i}:ip=10.0.0.2,port=6379,state=${state},offset=0,lag=0${extra}`,
      ),
    ),
  };
}

function primaryReplication(listed: string[]): string {
  return lines(
    '# Replication',
    'role:master',
    `connected_slaves:${listed.length}`,
    ...listed,
    ...ownHistory(1428),
  );
}

function replicaReplication(more: string[]): string {
  return lines(
    '# Replication',
    'role:slave',
    'master_host:primary.example.com',
    'master_port:6379',
    'master_link_status:up',
    'master_last_io_seconds_ago:3',
    'master_sync_in_progress:0',
    ...more,
    'slave_repl_offset:1414',
    'slave_priority:100',
    'slave_read_only:1',
    'replica_announced:1',
    'connected_slaves:0',
    ...ownHistory(1414),
  );
}

function ownHistory(offset: number): string[] {
  return [
    'master_failover_state:no-failover',
    `master_replid:${REPLICATION_ID}`,
    'master_replid2:0000000000000000000000000000000000000000',
    `master_repl_offset:${offset}`,
    'second_repl_offset:-1',
    'repl_backlog_active:1',
  ];
}

function lines(...content: string[]): string {
  return content.map(line => `${line}\r\n`).join('');
}
