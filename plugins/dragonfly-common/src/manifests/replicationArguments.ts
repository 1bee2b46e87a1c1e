import { BacklogFlag } from '../sizing/types';
import { CommandArgument, DeviationOfArgument } from './commandArgument';
import { ResolvedCache } from './resolvedCache';
import { keepsBacklogByTime } from './serverVersion';
import { sizingOf } from './spec/sizingOf';
import { MIB, toServerSize } from './units';

/** Bytes of one journal record that the backlog is sized for. */
const RECORD_BYTES = 1024;
/** Share of the data set's limit that all backlogs together may take. */
const BACKLOG_SHARE = 0.04;
const SERVER_DEFAULT_RECORDS = 8192;
const MAX_RECORDS = 131072;
/** How long a cut the backlog is for, as far as its share of the memory goes, when nobody said. */
const USUAL_CUT_SECONDS = 60;

/** Figures of replication when nobody sized the cache. */
export const USUAL_FIGURES = {
  /** Milliseconds; the default of 1000 puts a floor of one second of writes under every lag figure. */
  acksIntervalMs: 100,
  /** Milliseconds a stalled link may hold up writes on the primary; the default is 30000. */
  replicationTimeoutMs: 10_000,
} as const;

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

/** The backlog in the words of the server's version when nobody sized the cache. */
function usualBacklog(cache: ResolvedCache): Omit<BacklogFlag, 'seconds'>[] {
  const { memoryBytes, settings, threads } = cache;
  if (!keepsBacklogByTime(settings.serverVersion)) {
    const records = backlogRecords(memoryBytes, threads);
    return [{ flag: 'shard_repl_backlog_len', value: String(records) }];
  }
  const bytes = Math.floor((memoryBytes * BACKLOG_SHARE) / MIB) * MIB;
  return [
    {
      flag: 'shard_repl_backlog_time_ms',
      value: String(USUAL_CUT_SECONDS * 1000),
    },
    { flag: 'shard_repl_backlog_max_bytes', value: toServerSize(bytes) },
  ];
}

/** Figures of replication, computed from the request's answers where it has any, that hold until the ADR gives its own. */
export function replicationTuning(cache: ResolvedCache): CommandArgument[] {
  if (cache.topology === 'independent') return [];
  const deviation: DeviationOfArgument = 'replication-tuning';
  const result = sizingOf(cache.spec, cache.policy, cache.settings);
  const sizing = result?.ok ? result.sizing : undefined;
  const { acksIntervalMs, replicationTimeoutMs } = sizing ?? USUAL_FIGURES;
  return [
    {
      flag: 'replication_acks_interval',
      value: String(acksIntervalMs),
      deviation,
    },
    {
      flag: 'replication_timeout',
      value: String(replicationTimeoutMs),
      deviation,
    },
    ...(sizing?.backlog ?? usualBacklog(cache)).map(({ flag, value }) => ({
      flag,
      value,
      deviation,
    })),
  ];
}
