import { formatMemory } from '../../policy/quantities';
import { Policy } from '../../policy/types';
import { CacheSpec, FieldError } from '../types';
import { BYTES_PER_THREAD, MIB } from '../units';
import { fieldError } from './fieldErrors';

/** Threads a server starts with when nobody asks for a number. */
const DEFAULT_THREADS = 2;

/** The limit of the data set in force: the request's, else the ADR's. */
export function memoryOf(spec: CacheSpec, policy: Policy): number {
  return spec.memoryBytes ?? policy.primary.memoryBytes.value;
}

function threadsInAdr(policy: Policy): number | undefined {
  const text = policy.primary.arguments.find(
    ({ flag }) => flag === 'proactor_threads',
  )?.value;
  return text && /^[1-9]\d{0,2}$/.test(text) ? Number(text) : undefined;
}

/** The number of server threads in force: the request's, else the ADR's or two, but no more than the memory allows. */
export function threadsOf(spec: CacheSpec, policy: Policy): number {
  const allowed = Math.floor(memoryOf(spec, policy) / BYTES_PER_THREAD);
  return (
    spec.threads ?? Math.min(threadsInAdr(policy) ?? DEFAULT_THREADS, allowed)
  );
}

/** Checks memory and threads together: the server exits at start when a thread has less than 256 MiB. */
export function checkMemory(spec: CacheSpec, policy: Policy): FieldError[] {
  const memory = memoryOf(spec, policy);
  if (memory < BYTES_PER_THREAD || memory % MIB !== 0) {
    return [
      fieldError(
        'policy.primary.memoryBytes',
        memory,
        'a multiple of 1 MiB of at least 256 MiB',
        `Correct --maxmemory in the ADR (line ${policy.primary.memoryBytes.line}) or state the memory in the request.`,
      ),
    ];
  }
  const allowed = Math.floor(memory / BYTES_PER_THREAD);
  if (spec.threads === undefined || spec.threads <= allowed) return [];
  return [
    fieldError(
      'threads',
      spec.threads,
      `at most ${allowed}, because each thread needs 256 MiB and the cache has ${formatMemory(memory)}`,
      'Ask for fewer threads or for more memory.',
    ),
  ];
}
