import { availableParallelism } from 'node:os';

/** Threads that Node.js starts beside its main one when it is not told otherwise, however few cores there are. */
const DEFAULT_THREADS = 4;

/**
 * Options of Node.js for a backend: one core stays free for its main thread while garbage is collected. On two cores the four
 * threads of the default would take more than half of it away for a fifth of a second each time.
 *
 * @param {number} cores
 * @returns {string[]}
 */
export function threadOptions(cores = availableParallelism()) {
  const threads = Math.min(DEFAULT_THREADS, Math.max(1, cores - 1));
  return [`--v8-pool-size=${threads}`];
}
