/** What applications do to a cache. @public */
export interface TrafficOptions {
  /** Writes each second, to the primary; in an independent cache, to each of its primaries. */
  writesPerSecond: number;
  /** Number of different keys; they are written in turn, so the cache never holds more. */
  keys: number;
  /** Time to live each write gives its key. */
  ttlSeconds: number;
  /** Size of each value; 100 when absent. */
  valueBytes?: number;
  /** Part of all operations that are reads, from 0 to below 1; reads go to every node in turn. 0 when absent. */
  readShare?: number;
}

/** What happened to one kind of operation. @public */
export interface OperationCounts {
  /** Answered without an error. */
  acknowledged: number;
  /** Answered with an error, or not at all within a second. */
  failed: number;
  /** Due, but not sent: no node was known to take it, or too many were unanswered. */
  skipped: number;
}

/** What applications saw so far. @public */
export interface TrafficStats {
  writes: OperationCounts;
  reads: OperationCounts;
  /** Regions that writes go to now; empty while there is no primary. */
  writingTo: string[];
  /** The longest time between two acknowledged writes. */
  longestWriteGapMs: number;
  /** The text of the last error, for people. */
  lastError?: string;
}
