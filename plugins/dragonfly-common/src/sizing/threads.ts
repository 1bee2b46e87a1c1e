import { SizingAnswers } from '../manifests/types';
import { BYTES_PER_THREAD } from '../manifests/units';
import {
  FREE_SHARE,
  MAX_MEMORY_BYTES,
  MAX_THREADS,
  USUAL_THREADS,
  WRITES_PER_THREAD,
} from './assumptions';
import { SizingOptions } from './types';

/** Memory that keeps the given bytes clear of the share that must stay free. */
export function withFreeShare(bytes: number): number {
  // 1 / (1 - 0.1) in whole numbers, because 0.1 has no exact form.
  return Math.ceil((bytes * 10) / (10 - FREE_SHARE * 10));
}

/** Rounded up so that the share of a thread stays whole. */
export function roundedUp(bytes: number): number {
  return Math.ceil(bytes / BYTES_PER_THREAD) * BYTES_PER_THREAD;
}

/** The most threads that the memory allows: each needs 256 MiB, or the server exits at start. */
export function mostThreads({
  memoryBytes,
}: Pick<SizingOptions, 'memoryBytes'>): number {
  const memory = memoryBytes ?? MAX_MEMORY_BYTES;
  return Math.min(MAX_THREADS, Math.floor(memory / BYTES_PER_THREAD));
}

/** The most writes per second; no limit where somebody chose the threads and so answers for them. */
export function mostWrites(options: SizingOptions): number {
  return options.threads === undefined
    ? mostThreads(options) * WRITES_PER_THREAD
    : Number.POSITIVE_INFINITY;
}

/** Threads that the writes need. */
export function threadsForWrites(writesPerSecond: number): number {
  return Math.max(1, Math.ceil(writesPerSecond / WRITES_PER_THREAD));
}

/** Server threads: what was asked for, else what the writes need, but two where the memory for the data allows. */
export function threadsFor(
  answers: SizingAnswers,
  options: SizingOptions,
): number {
  if (options.threads !== undefined) return options.threads;
  const memory =
    options.memoryBytes ?? roundedUp(withFreeShare(answers.dataBytes));
  const usual = Math.min(USUAL_THREADS, Math.floor(memory / BYTES_PER_THREAD));
  return Math.max(threadsForWrites(answers.writesPerSecond), usual);
}
