import { Verdict } from '../replication/types';

/** What history keeps of one node at one moment. A value that was not known then is absent. @public */
export interface NodeSample {
  region: string;
  /** Seconds the replica was behind; of an "at least", that minimum. */
  lagSeconds?: number;
  memoryBytes?: number;
  /** Keyspace hits of all lookups since the sample before, from 0 to 1. */
  hitRatio?: number;
  evictionsPerSecond?: number;
  commandsPerSecond?: number;
  /** How long the last probe took. */
  probeMilliseconds?: number;
}

/** What losing the primary's region would have cost at one moment. @public */
export type SampledExposure =
  { kind: 'seconds'; seconds: number } | { kind: 'everything' };

/** What history keeps of one cache at one moment. @public */
export interface CacheSample {
  /** Unix milliseconds by the portal's clock. */
  at: number;
  verdict: Verdict;
  /** Absent when none was needed, or it was not known. */
  exposure?: SampledExposure;
  /** Sorted by region. */
  nodes: NodeSample[];
}

/** One of the values over time. @public */
export type SeriesMetric =
  | 'lag'
  | 'exposure'
  | 'memory'
  | 'hit-ratio'
  | 'evictions'
  | 'commands'
  | 'probe-latency';

/** How finely history is kept: each sample for a day, minutes for a month, hours for a year, by default. @public */
export type Resolution = 'raw' | 'minute' | 'hour';

/** One moment of a series, or everything within one minute or hour. @public */
export interface SeriesPoint {
  /** Start, ISO 8601. */
  at: string;
  minimum: number;
  mean: number;
  maximum: number;
  /** How many samples it is made of. */
  samples: number;
}

/** One metric of one node, or of the whole cache. Where nothing was known there is no point. @public */
export interface Series {
  metric: SeriesMetric;
  unit: 'seconds' | 'bytes' | 'share' | 'per-second' | 'milliseconds';
  /** Absent for what concerns the whole cache. */
  region?: string;
  points: SeriesPoint[];
}

/** Answer to a question for series. @public */
export interface SeriesAnswer {
  entityRef: string;
  /** ISO 8601, as asked. */
  from: string;
  to: string;
  resolution: Resolution;
  series: Series[];
  /** Spans in which losing the primary's region would have cost everything. */
  everythingExposed: { from: string; to: string }[];
  /** Set when history cannot be read or written now: what is shown may lack the newest or all of it. */
  problem?: string;
}

/** Something that happened to a cache. @public */
export type CacheEventKind =
  | 'verdict-changed'
  | 'reason-appeared'
  | 'reason-cleared'
  | 'role-changed'
  | 'server-restarted'
  | 'full-sync-started'
  | 'full-sync-ended'
  | 'maintenance-started'
  | 'maintenance-ended';

/** One event of a cache, newest first in lists. @public */
export interface CacheEvent {
  id: string;
  /** ISO 8601. */
  at: string;
  kind: CacheEventKind;
  region?: string;
  /** A whole sentence. */
  message: string;
  /** Verdict before and after, for a change of verdict; the reason's code for reasons. */
  details: Record<string, string>;
}

/** Answer to a question for events. @public */
export interface EventPage {
  items: CacheEvent[];
  /** For the next, older page; absent on the last one. */
  nextCursor?: string;
  problem?: string;
}
