import { formatMemory } from '../policy/quantities';
import { SizingAnswers } from '../manifests/types';
import {
  BACKLOG_POD_SHARE,
  FREE_SHARE,
  POD_MEMORY_FACTOR,
  RECORD_BYTES,
  RECORDS_PER_WRITE,
  ROUND_TRIPS_PER_BUFFER,
  SERVER_DEFAULT_RECORDS,
  TIMEOUT_MS,
  WRITES_PER_THREAD,
} from './assumptions';
import { backlogBytes, recordsFor, secondsCovered } from './backlog';
import { acksInterval } from './timeouts';
import { Sizing, SizingOptions, SizingStep } from './types';
import { percent, seconds } from './wording';

type Figures = Omit<Sizing, 'steps'>;

function memoryStep(
  { dataBytes }: SizingAnswers,
  options: SizingOptions,
  figures: Figures,
  backlog: number,
): SizingStep {
  const consequence =
    options.useCase.eviction === 'lru'
      ? 'eviction starts when less is free'
      : 'writes are refused when nothing is free';
  const needed = options.replicated
    ? `(${formatMemory(dataBytes)} + ${formatMemory(backlog)})`
    : formatMemory(dataBytes);
  return {
    name: 'memory of the data set (--maxmemory)',
    value: formatMemory(figures.memoryBytes),
    formula: `(data${options.replicated ? ' + backlog' : ''}) / (1 - ${percent(FREE_SHARE)}), because ${consequence}; ${
      options.memoryBytes === undefined
        ? 'at least 256 MiB per thread, rounded up to 256 MiB'
        : 'as asked for, which is enough'
    }`,
    substituted: `${needed} / ${1 - FREE_SHARE} ≤ ${formatMemory(figures.memoryBytes)}`,
  };
}

function threadsStep(
  { writesPerSecond }: SizingAnswers,
  options: SizingOptions,
  { threads, memoryBytes }: Figures,
): SizingStep {
  return {
    name: 'threads (--proactor_threads)',
    value: String(threads),
    formula:
      options.threads === undefined
        ? `writes per second / ${WRITES_PER_THREAD} per thread (an assumption), rounded up; two where the memory allows; each needs 256 MiB`
        : 'as asked for; each needs 256 MiB',
    substituted: `${writesPerSecond} / ${WRITES_PER_THREAD} = ${Math.round((writesPerSecond / WRITES_PER_THREAD) * 100) / 100}; ${threads} × 256 MiB ≤ ${formatMemory(memoryBytes)}`,
  };
}

function podSteps(options: SizingOptions, figures: Figures): SizingStep[] {
  const replicas = options.replicated ? (options.replicas ?? 1) : 0;
  return [
    {
      name: 'memory of the pod',
      value: formatMemory(figures.podMemoryBytes),
      formula: `${POD_MEMORY_FACTOR} × memory of the data set + threads × replicas × 1 MiB of stream buffer, rounded up to 1 MiB`,
      substituted: `${POD_MEMORY_FACTOR} × ${formatMemory(figures.memoryBytes)} + ${figures.threads} × ${replicas} × 1 MiB`,
    },
    {
      name: 'CPU of the pod',
      value: String(figures.podCpu),
      formula: 'threads',
      substituted: String(figures.threads),
    },
  ];
}

function replicationSteps(
  answers: SizingAnswers,
  { threads, podMemoryBytes, replicationTimeoutMs, acksIntervalMs }: Figures,
): SizingStep[] {
  const { writesPerSecond, toleratedCutSeconds, roundTripMilliseconds } =
    answers;
  const records = recordsFor(answers, threads);
  const bytes = backlogBytes(records, threads);
  return [
    {
      name: 'backlog of each shard',
      value: `${records} records, which cover ${seconds(secondsCovered(records, threads, writesPerSecond))}`,
      formula: `writes per second × ${RECORDS_PER_WRITE} records (the write, and the removal of its key) × tolerated cut / shards (one per thread), rounded up to a power of two, at least ${SERVER_DEFAULT_RECORDS}`,
      substituted: `${writesPerSecond} × ${RECORDS_PER_WRITE} × ${toleratedCutSeconds} s / ${threads}`,
    },
    {
      name: 'memory of the backlogs',
      value: formatMemory(bytes),
      formula: `records × shards × ${RECORD_BYTES} B per record (an assumption), at most ${percent(BACKLOG_POD_SHARE)} of the pod's memory`,
      substituted: `${records} × ${threads} × ${RECORD_BYTES} B = ${percent(bytes / podMemoryBytes)} of ${formatMemory(podMemoryBytes)}`,
    },
    {
      name: 'longest stall of writes (--replication_timeout)',
      value: `${replicationTimeoutMs} ms`,
      formula: `${ROUND_TRIPS_PER_BUFFER} round trips for a stream buffer of 1 MiB in windows of 64 KiB + one interval of acknowledgements, between ${TIMEOUT_MS.least} and ${TIMEOUT_MS.most} ms`,
      substituted: `${ROUND_TRIPS_PER_BUFFER} × ${roundTripMilliseconds} ms + ${acksInterval(roundTripMilliseconds)} ms`,
    },
    {
      name: 'interval of acknowledgements (--replication_acks_interval)',
      value: `${acksIntervalMs} ms`,
      formula: 'round trip, between 100 and 1000 ms',
      substituted: `${roundTripMilliseconds} ms`,
    },
  ];
}

/** The calculation, step by step, with the formula and the numbers put in. */
export function stepsOf(
  answers: SizingAnswers,
  options: SizingOptions,
  figures: Figures,
): SizingStep[] {
  const backlog = backlogBytes(
    recordsFor(answers, figures.threads),
    figures.threads,
  );
  return [
    memoryStep(answers, options, figures, backlog),
    threadsStep(answers, options, figures),
    ...podSteps(options, figures),
    ...(options.replicated ? replicationSteps(answers, figures) : []),
  ];
}
