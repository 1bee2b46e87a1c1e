/** `INFO replication` of a Dragonfly 1.40 primary with one replica that announces its region. */
export const dragonflyPrimary = lines(
  '# Replication',
  'role:master',
  'connected_slaves:1',
  'slave0:ip=region2,port=6379,state=online,lag=524',
  'master_replid:23da84e854077a6beb9d5250a8960f5491b75003',
);

/** `INFO replication` of its replica. */
export const dragonflyReplica = lines(
  '# Replication',
  'role:slave',
  'master_host:127.0.0.1',
  'master_port:7101',
  'master_link_status:up',
  'master_last_io_seconds_ago:0',
  'master_sync_in_progress:0',
  'master_replid:23da84e854077a6beb9d5250a8960f5491b75003',
  'slave_repl_offset:989',
  'slave_priority:100',
  'slave_read_only:1',
  'psync_attempts:2',
  'psync_successes:1',
);

/** `INFO replication` of a Redis 7.0.15 primary. */
export const redisPrimary = lines(
  '# Replication',
  'role:master',
  'connected_slaves:1',
  'slave0:ip=10.0.0.2,port=7712,state=online,offset=1400,lag=1',
  'master_failover_state:no-failover',
  'master_replid:75a84da422c3bb090bfe326576e8f3525a0a5ba1',
  'master_replid2:0000000000000000000000000000000000000000',
  'master_repl_offset:1428',
  'second_repl_offset:-1',
  'repl_backlog_active:1',
);

/** `INFO replication` of its replica, in sync. */
export const redisReplica = redisReplicaWith({
  master_link_status: 'up',
  master_last_io_seconds_ago: '3',
  slave_repl_offset: '1414',
});

/** The same before the first synchronisation: id and offset are the replica's own. */
export const redisReplicaNeverSynced = redisReplicaWith({
  master_link_status: 'down',
  master_last_io_seconds_ago: '-1',
  slave_repl_offset: '1',
  master_link_down_since_seconds: '-1',
  master_replid: 'f2688ca2f075b00b94e3198add58f2fe22ae72c6',
  master_repl_offset: '0',
});

/** The same two seconds after its primary was killed. */
export const redisReplicaLinkDown = redisReplicaWith({
  master_link_status: 'down',
  master_last_io_seconds_ago: '-1',
  slave_repl_offset: '1414',
  master_link_down_since_seconds: '2',
});

/** The same while it loads a full copy: the link is reported as down. */
export const redisReplicaFullSync = redisReplicaWith({
  master_link_status: 'down',
  master_last_io_seconds_ago: '-1',
  master_sync_in_progress: '1',
  slave_repl_offset: '1',
  master_link_down_since_seconds: '-1',
});

function redisReplicaWith(fields: Record<string, string>): string {
  const all = {
    role: 'slave',
    master_host: 'primary.example.com',
    master_port: '7711',
    master_sync_in_progress: '0',
    slave_read_repl_offset: '1414',
    slave_priority: '100',
    replica_announced: '1',
    connected_slaves: '0',
    master_replid: '75a84da422c3bb090bfe326576e8f3525a0a5ba1',
    master_repl_offset: '1414',
    ...fields,
  };
  return lines(
    '# Replication',
    ...Object.entries(all).map(([name, value]) => `${name}:${value}`),
  );
}

function lines(...content: string[]): string {
  return content.map(line => `${line}\r\n`).join('');
}
