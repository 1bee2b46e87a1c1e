import { formatMemory } from '../policy/quantities';
import { FieldError, SizingAnswers } from '../manifests/types';
import { BYTES_PER_THREAD } from '../manifests/units';
import { fieldError } from '../manifests/spec/fieldErrors';
import { ACKS_INTERVAL_MS, TIMEOUT_MS } from './assumptions';
import { backlogBytes, backlogFlags, recordsFor } from './backlog';
import { limitErrors, rangeErrors } from './limits';
import { nearestAnswers } from './nearestAnswers';
import { podMemoryBytes } from './podMemory';
import { stepsOf } from './steps';
import { mostThreads, roundedUp, threadsFor, withFreeShare } from './threads';
import { acksInterval, replicationTimeout } from './timeouts';
import { Sizing, SizingOptions, SizingResult } from './types';

function threadsError({ threads, memoryBytes }: SizingOptions): FieldError[] {
  if (threads === undefined || memoryBytes === undefined) return [];
  const allowed = mostThreads({ memoryBytes });
  return threads <= allowed
    ? []
    : [
        fieldError(
          'threads',
          threads,
          `at most ${allowed}, because each thread needs 256 MiB and the cache has ${formatMemory(memoryBytes)}`,
          'Ask for fewer threads or for more memory.',
        ),
      ];
}

function memoryFor(
  answers: SizingAnswers,
  options: SizingOptions,
  threads: number,
): number {
  if (options.memoryBytes !== undefined) return options.memoryBytes;
  const backlog = options.replicated
    ? backlogBytes(recordsFor(answers, threads), threads)
    : 0;
  return Math.max(
    threads * BYTES_PER_THREAD,
    roundedUp(withFreeShare(answers.dataBytes + backlog)),
  );
}

function figuresFor(
  answers: SizingAnswers,
  options: SizingOptions,
): Omit<Sizing, 'steps'> {
  const { replicated, replicas = 1, serverVersion } = options;
  const { roundTripMilliseconds } = answers;
  const threads = threadsFor(answers, options);
  const memoryBytes = memoryFor(answers, options, threads);
  return {
    memoryBytes,
    threads,
    podMemoryBytes: podMemoryBytes({
      memoryBytes,
      threads,
      replicas: replicated ? replicas : 0,
    }),
    podCpu: threads,
    backlog: replicated ? backlogFlags(answers, threads, serverVersion) : [],
    replicationTimeoutMs: replicated
      ? replicationTimeout(roundTripMilliseconds)
      : TIMEOUT_MS.most,
    acksIntervalMs: replicated
      ? acksInterval(roundTripMilliseconds)
      : ACKS_INTERVAL_MS.least,
  };
}

/**
 * Computes memory, threads, pod, backlog and timeouts of a cache from a few answers about what it has to carry. Pure.
 *
 * @returns the figures with every step of the calculation, or one error per answer that is impossible, together with
 * the nearest answers that are possible
 * @public
 */
export function sizeCache(
  answers: SizingAnswers,
  options: SizingOptions,
): SizingResult {
  const contradictions = threadsError(options);
  if (contradictions.length > 0) return { ok: false, errors: contradictions };
  const nearest = nearestAnswers(answers, options);
  const outOfRange = rangeErrors(answers);
  const errors =
    outOfRange.length > 0
      ? outOfRange
      : limitErrors({ answers, options, nearest });
  if (errors.length > 0) return { ok: false, errors, nearest };
  const figures = figuresFor(answers, options);
  return {
    ok: true,
    sizing: { ...figures, steps: stepsOf(answers, options, figures) },
  };
}
