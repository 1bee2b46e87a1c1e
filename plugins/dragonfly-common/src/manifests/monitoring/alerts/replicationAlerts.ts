import { ResolvedCache } from '../../resolvedCache';
import { serverArguments } from '../../serverArguments';
import { CONNECTED, perRegion, series, whereRole } from '../expressions';
import { AlertRule } from './types';

/** Bytes per second that a full sync between regions is expected to reach at least. */
const FULL_SYNC_BYTES_PER_SECOND = 20 * 2 ** 20;
const LEAST_FULL_SYNC_MINUTES = 5;
/** Cut that replication should survive without a full resync when the request does not say, in seconds. */
const TOLERATED_CUT_SECONDS = 10;

/** Number of replicas with a copy, or being given one, on the primary; 0 and not absent when there is none. */
export function connectedReplicas(cache: ResolvedCache): string {
  const connected = `count by (cache, region) (max by (cache, region, replica_ip, replica_port) (${series(cache, 'dragonfly_connected_replica_lag_records', CONNECTED)}))`;
  const none = `${perRegion(`${series(cache, 'dragonfly_master')} == 1`)} * 0`;
  return `${connected} or ${none}`;
}

function noReplica(cache: ResolvedCache): AlertRule {
  const expected = cache.regions.length - 1;
  return {
    alert: 'DragonflyNoReplica',
    expr: `(${connectedReplicas(cache)}) < ${expected}`,
    for: '2m',
    severity: 'critical',
    summary: `The primary of cache ${cache.name} in region {{ $labels.region }} has {{ $value }} of ${expected} replicas.`,
    description:
      'If this region is lost now, what the missing replica would have held is lost with it.',
  };
}

function linkDown(cache: ResolvedCache): AlertRule {
  return {
    alert: 'DragonflyLinkDown',
    expr: `${perRegion(series(cache, 'dragonfly_master_link_status'))} == 0`,
    for: '1m',
    severity: 'critical',
    summary: `The replica of cache ${cache.name} in region {{ $labels.region }} has no connection to its primary.`,
    description:
      'Its data grows older by the second. Either the network or the primary is gone, its password does not fit, or replication has stopped on purpose because the primary came back empty: then the replica holds the only copy.',
  };
}

/** Minutes that a full sync of a full cache may take. */
export function fullSyncMinutes(memoryBytes: number): number {
  const seconds = memoryBytes / FULL_SYNC_BYTES_PER_SECOND;
  return Math.max(LEAST_FULL_SYNC_MINUTES, Math.ceil(seconds / 60));
}

function fullSync(cache: ResolvedCache): AlertRule {
  const minutes = fullSyncMinutes(cache.memoryBytes);
  return {
    alert: 'DragonflyFullSync',
    expr: `${perRegion(series(cache, 'dragonfly_master_sync_in_progress'))} == 1`,
    for: `${minutes}m`,
    severity: 'warning',
    summary: `The replica of cache ${cache.name} in region {{ $labels.region }} has been in a full sync for more than ${minutes} minutes.`,
    description:
      'Until it ends there is no usable second copy, although the lag reads 0. Do not promote this replica meanwhile: its data is incomplete.',
  };
}

function resyncLoop(cache: ResolvedCache): AlertRule {
  return {
    alert: 'DragonflyResyncLoop',
    expr: `${perRegion(`changes(${series(cache, 'dragonfly_replica_reconnect_count')}[15m])`)} > 3`,
    for: '0s',
    severity: 'warning',
    summary: `The replica of cache ${cache.name} in region {{ $labels.region }} has reconnected {{ $value }} times in 15 minutes.`,
    description:
      'A replica that cannot finish its full sync starts over each time and never holds a whole copy; one whose connection breaks often is close to that.',
  };
}

function backlogRecords(cache: ResolvedCache): number | undefined {
  const perShard = serverArguments(cache).find(
    ({ flag }) => flag === 'shard_repl_backlog_len',
  );
  const records = Number(perShard?.value ?? Number.NaN) * cache.threads;
  return Number.isFinite(records) ? records : undefined;
}

/** None where the server sizes its backlog by time. */
function backlogHeadroom(cache: ResolvedCache): AlertRule[] {
  const records = backlogRecords(cache);
  if (records === undefined) return [];
  const tolerated =
    cache.spec.sizing?.toleratedCutSeconds ?? TOLERATED_CUT_SECONDS;
  const writes = `rate(${series(cache, 'dragonfly_keyspace_mutations_total')}[10m])`;
  return [
    {
      alert: 'DragonflyBacklogHeadroom',
      expr: `${records} / ${perRegion(whereRole(cache, 'primary', writes))} < ${tolerated}`,
      for: '10m',
      severity: 'warning',
      summary: `The backlog of cache ${cache.name} in region {{ $labels.region }} covers {{ $value | humanizeDuration }} of writes, less than ${tolerated} s.`,
      description: `A cut of the link that lasts longer than that forces a full resync. The backlog holds ${records} records over all shards; with writes that concentrate on one shard it covers less.`,
    },
  ];
}

/** What is wrong with the copy, as each side sees it by itself. */
export function replicationAlerts(cache: ResolvedCache): AlertRule[] {
  return [
    noReplica(cache),
    linkDown(cache),
    fullSync(cache),
    resyncLoop(cache),
    ...backlogHeadroom(cache),
  ];
}
