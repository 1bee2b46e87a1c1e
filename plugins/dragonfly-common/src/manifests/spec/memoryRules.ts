import { formatMemory } from '../../policy/quantities';
import { Policy } from '../../policy/types';
import { Sizing } from '../../sizing/types';
import { CacheSpec, FieldError, ManifestSettings } from '../types';
import { BYTES_PER_THREAD, MIB } from '../units';
import { fieldError } from './fieldErrors';
import { sizingOf } from './sizingOf';

/** Threads a server starts with when nobody asks for a number. */
const DEFAULT_THREADS = 2;

function sized(
  spec: CacheSpec,
  policy: Policy,
  settings: ManifestSettings,
): Sizing | undefined {
  const result = sizingOf(spec, policy, settings);
  return result?.ok ? result.sizing : undefined;
}

/** The limit of the data set in force: the request's, else what its sizing comes to, else the ADR's. */
export function memoryOf(
  spec: CacheSpec,
  policy: Policy,
  settings: ManifestSettings,
): number {
  return (
    spec.memoryBytes ??
    sized(spec, policy, settings)?.memoryBytes ??
    policy.primary.memoryBytes.value
  );
}

function threadsInAdr(policy: Policy): number | undefined {
  const text = policy.primary.arguments.find(
    ({ flag }) => flag === 'proactor_threads',
  )?.value;
  return text && /^[1-9]\d{0,2}$/.test(text) ? Number(text) : undefined;
}

/**
 * The number of server threads in force: the request's, else what its sizing comes to, else the ADR's or two, but no
 * more than the memory allows.
 */
export function threadsOf(
  spec: CacheSpec,
  policy: Policy,
  settings: ManifestSettings,
): number {
  const memory = memoryOf(spec, policy, settings);
  const allowed = Math.floor(memory / BYTES_PER_THREAD);
  return (
    spec.threads ??
    sized(spec, policy, settings)?.threads ??
    Math.min(threadsInAdr(policy) ?? DEFAULT_THREADS, allowed)
  );
}

/** Checks memory and threads together: the server exits at start when a thread has less than 256 MiB. */
export function checkMemory(
  spec: CacheSpec,
  policy: Policy,
  settings: ManifestSettings,
): FieldError[] {
  const sizing = sizingOf(spec, policy, settings);
  if (sizing && !sizing.ok) return sizing.errors;
  const memory = memoryOf(spec, policy, settings);
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
