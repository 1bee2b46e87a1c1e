import { SizingAnswers } from '../manifests/types';
import { BYTES_PER_THREAD, toServerSize } from '../manifests/units';
import { keepsBacklogByTime } from '../manifests/serverVersion';
import {
  BACKLOG_POD_SHARE,
  LONGEST_CUT_SECONDS,
  MAX_MEMORY_BYTES,
  POD_MEMORY_FACTOR,
  RECORD_BYTES,
  RECORDS_PER_WRITE,
  SERVER_DEFAULT_BACKLOG_MS,
  SERVER_DEFAULT_RECORDS,
} from './assumptions';
import { threadsFor, withFreeShare } from './threads';
import { BacklogFlag, SizingOptions } from './types';

/** Bytes of all backlogs together; one shard per thread. */
export function backlogBytes(records: number, threads: number): number {
  return records * threads * RECORD_BYTES;
}

/** Seconds of writes that a backlog holds, at most a day. */
export function secondsCovered(
  records: number,
  threads: number,
  writesPerSecond: number,
): number {
  if (writesPerSecond === 0) return LONGEST_CUT_SECONDS;
  const seconds = (records * threads) / (writesPerSecond * RECORDS_PER_WRITE);
  return Math.min(LONGEST_CUT_SECONDS, Math.floor(seconds));
}

/** Records each shard must keep to cover the cut: a power of two, because the server keeps them in a ring. */
export function recordsFor(
  { writesPerSecond, toleratedCutSeconds }: SizingAnswers,
  threads: number,
): number {
  const needed =
    (writesPerSecond * RECORDS_PER_WRITE * toleratedCutSeconds) / threads;
  if (needed <= SERVER_DEFAULT_RECORDS) return SERVER_DEFAULT_RECORDS;
  return 2 ** Math.ceil(Math.log2(needed));
}

/** Whether there is room for a backlog beside the data, within its share of the pod's memory. */
export function backlogFits(
  records: number,
  answers: SizingAnswers,
  options: SizingOptions,
): boolean {
  const threads = threadsFor(answers, options);
  const bytes = backlogBytes(records, threads);
  const needed = withFreeShare(answers.dataBytes + bytes);
  const limit = options.memoryBytes ?? MAX_MEMORY_BYTES;
  // Not rounded up: a longer backlog must never fit where a shorter one does not.
  const memory =
    options.memoryBytes ?? Math.max(needed, threads * BYTES_PER_THREAD);
  return (
    needed <= limit && bytes <= BACKLOG_POD_SHARE * POD_MEMORY_FACTOR * memory
  );
}

/** The longest cut in seconds whose backlog fits, at the given data and writes. */
export function longestCut(
  answers: SizingAnswers,
  options: SizingOptions,
): number {
  let records = SERVER_DEFAULT_RECORDS;
  while (backlogFits(2 * records, answers, options)) records *= 2;
  return secondsCovered(
    records,
    threadsFor(answers, options),
    answers.writesPerSecond,
  );
}

/** The backlog in the words of the server: a number of records per shard, from 1.41 on a time and a limit in bytes. */
export function backlogFlags(
  answers: SizingAnswers,
  threads: number,
  serverVersion: string,
): BacklogFlag[] {
  const records = recordsFor(answers, threads);
  const seconds = secondsCovered(records, threads, answers.writesPerSecond);
  if (!keepsBacklogByTime(serverVersion)) {
    return [
      { flag: 'shard_repl_backlog_len', value: String(records), seconds },
    ];
  }
  const milliseconds = Math.max(
    SERVER_DEFAULT_BACKLOG_MS,
    answers.toleratedCutSeconds * 1000,
  );
  return [
    {
      flag: 'shard_repl_backlog_time_ms',
      value: String(milliseconds),
      seconds: Math.floor(milliseconds / 1000),
    },
    {
      flag: 'shard_repl_backlog_max_bytes',
      value: toServerSize(backlogBytes(records, threads)),
      seconds,
    },
  ];
}
