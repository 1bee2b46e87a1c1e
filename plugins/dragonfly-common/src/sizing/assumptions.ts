import { MIB } from '../manifests/units';

/** Largest data set and largest `--maxmemory` that a request may have. */
export const MAX_MEMORY_BYTES = 2 ** 40;

/** Most threads that a request may have. */
export const MAX_THREADS = 64;

/** Threads of a server whose writes need no more, as far as its memory allows. */
export const USUAL_THREADS = 2;

/** The server evicts, or comes close to refusing writes, when less than this share of `--maxmemory` is free. */
export const FREE_SHARE = 0.1;

/**
 * Writes per second that one thread takes. An assumption on the safe side: two threads took 60,000 small writes per
 * second when measured on one machine together with what made the writes.
 */
export const WRITES_PER_THREAD = 25_000;

/** Records that one write leaves in the journal: itself, and the removal of its key when that expires or is evicted. */
export const RECORDS_PER_WRITE = 2;

/** Bytes of one journal record; an assumption for values of some hundred bytes. */
export const RECORD_BYTES = 1024;

/** Records each shard keeps when the server is not told otherwise; less would be worse than saying nothing. */
export const SERVER_DEFAULT_RECORDS = 8192;

/** What a server from 1.41 on keeps when it is not told otherwise, in milliseconds. */
export const SERVER_DEFAULT_BACKLOG_MS = 5_000;

/** Share of the pod's memory that all backlogs together may take. */
export const BACKLOG_POD_SHARE = 0.25;

/** Memory of the pod over `--maxmemory`: fragmentation, connections, and what a full sync needs. */
export const POD_MEMORY_FACTOR = 1.35;

/** What each thread holds back for one replica that reads slowly: the default of `--replication_stream_output_limit`. */
export const STREAM_BUFFER_BYTES = MIB;

/**
 * Round trips that a slow link takes for one stream buffer: 1 MiB in windows of 64 KiB, the largest without window
 * scaling. A link that moves this much is slow, not dead.
 */
export const ROUND_TRIPS_PER_BUFFER = 16;

/** Bounds of `--replication_timeout` in milliseconds: below, a full sync breaks off; above, writes stall too long. */
export const TIMEOUT_MS = { least: 5_000, most: 10_000 } as const;

/** Bounds of `--replication_acks_interval` in milliseconds; the upper one is the server's default. */
export const ACKS_INTERVAL_MS = { least: 100, most: 1_000 } as const;

/** The longest cut that can be asked for, in seconds. */
export const LONGEST_CUT_SECONDS = 86_400;

/** What the answers may be at all; the shape of a request has the same bounds. */
export const ANSWER_RANGES = {
  dataBytes: { least: MIB, most: MAX_MEMORY_BYTES, whole: true },
  writesPerSecond: { least: 0, most: 10_000_000, whole: true },
  toleratedCutSeconds: { least: 0, most: LONGEST_CUT_SECONDS, whole: true },
  roundTripMilliseconds: { least: 0, most: 10_000, whole: false },
} as const;
