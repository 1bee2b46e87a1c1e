import { CommandArgument } from './commandArgument';
import { ResolvedCache } from './resolvedCache';

/** Bytes of one journal record that the backlog is sized for. */
const RECORD_BYTES = 1024;
/** Share of the data set's limit that all backlogs together may take. */
const BACKLOG_SHARE = 0.04;
const SERVER_DEFAULT_RECORDS = 8192;
const MAX_RECORDS = 131072;

/**
 * Records each shard keeps for a replica that was cut off. A cut longer than that forces a full resync, during which
 * there is no usable second copy; a power of two that costs at most 4 % of the memory, never less than the default.
 */
export function backlogRecords(memoryBytes: number, threads: number): number {
  const affordable = (memoryBytes * BACKLOG_SHARE) / threads / RECORD_BYTES;
  const power = 2 ** Math.floor(Math.log2(affordable));
  return Math.min(MAX_RECORDS, Math.max(SERVER_DEFAULT_RECORDS, power));
}

/**
 * What replication needs to be safe; nothing overrides it. All flags of replication are equal on both sides, because a
 * promotion swaps the roles and must not need a restart. Independent servers get none.
 */
export function replicationSafety(cache: ResolvedCache): CommandArgument[] {
  if (cache.topology === 'independent') return [];
  return [
    {
      // Without it, a primary that restarts empty makes its replica flush the only copy left.
      flag: 'break_replication_on_master_restart',
      value: 'true',
      deviation: 'replica-survives-empty-primary',
    },
  ];
}

/** Figures of replication that hold until the ADR gives its own. */
export function replicationTuning(cache: ResolvedCache): CommandArgument[] {
  if (cache.topology === 'independent') return [];
  const deviation = 'replication-tuning';
  return [
    // Milliseconds; the default of 1000 puts a floor of one second of writes under every lag figure.
    { flag: 'replication_acks_interval', value: '100', deviation },
    // Milliseconds a stalled link may hold up writes on the primary; the default is 30000.
    { flag: 'replication_timeout', value: '10000', deviation },
    {
      flag: 'shard_repl_backlog_len',
      value: String(backlogRecords(cache.memoryBytes, cache.threads)),
      deviation,
    },
  ];
}
