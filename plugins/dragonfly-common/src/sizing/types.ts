import { UseCase } from '../policy/types';
import { FieldError, SizingAnswers } from '../manifests/types';

/** What the answers are sized for. @public */
export interface SizingOptions {
  useCase: Pick<UseCase, 'eviction'>;
  /** Version of the server, which decides how a backlog is told to it. */
  serverVersion: string;
  /** Whether the cache has replicas; without them there is no backlog, and cut and round trip do not matter. */
  replicated: boolean;
  /** How many replicas read from one primary; 1 when absent. */
  replicas?: number;
  /** The memory that was asked for in so many bytes; computed when absent. */
  memoryBytes?: number;
  /** The threads that were asked for; computed when absent. */
  threads?: number;
}

/** One step of the calculation, for people who want to check it. @public */
export interface SizingStep {
  name: string;
  /** The result with its unit. */
  value: string;
  /** In words and symbols. */
  formula: string;
  /** The same with the numbers put in. */
  substituted: string;
}

/** A flag that bounds the backlog of replication. @public */
export interface BacklogFlag {
  /** Without dashes. */
  flag: string;
  value: string;
  /** Longest cut in seconds that it covers at the given write rate, at most a day. */
  seconds: number;
}

/** What a cache needs to carry what it is expected to. @public */
export interface Sizing {
  /** `--maxmemory` in bytes, a multiple of 256 MiB unless it was asked for otherwise. */
  memoryBytes: number;
  threads: number;
  /** Memory of the pod in bytes, a multiple of 1 MiB. */
  podMemoryBytes: number;
  /** CPUs of the pod. */
  podCpu: number;
  /** Empty without replicas. */
  backlog: BacklogFlag[];
  replicationTimeoutMs: number;
  acksIntervalMs: number;
  steps: SizingStep[];
}

/**
 * Outcome of sizing a cache: figures, or one error per answer that is impossible, with the nearest answers that are
 * possible. There are none when what was asked for beside the answers contradicts itself. @public
 */
export type SizingResult =
  | { ok: true; sizing: Sizing }
  | { ok: false; errors: FieldError[]; nearest?: SizingAnswers };
