import fc from 'fast-check';
import { SizingAnswers } from '../manifests/types';
import { parseMemoryQuantity } from '../policy/quantities';
import { sizeCache } from './sizeCache';
import { Sizing, SizingOptions } from './types';

const MIB = 2 ** 20;
const SEED = { seed: 20261124, numRuns: 5000 };

/** Small and large numbers are equally likely. */
function magnitude(least: number, most: number) {
  return fc
    .double({
      min: Math.log2(least + 1),
      max: Math.log2(most + 1),
      noNaN: true,
    })
    .map(power => Math.min(most, Math.max(least, Math.round(2 ** power) - 1)));
}

const inRange: fc.Arbitrary<SizingAnswers> = fc.record({
  dataBytes: magnitude(MIB, 2 ** 40),
  writesPerSecond: magnitude(0, 10_000_000),
  toleratedCutSeconds: magnitude(0, 86_400),
  roundTripMilliseconds: fc.double({ min: 0, max: 10_000, noNaN: true }),
});

const options: fc.Arbitrary<SizingOptions> = fc.record(
  {
    useCase: fc.constantFrom({ eviction: 'lru' }, { eviction: 'fixed' }),
    serverVersion: fc.constantFrom('1.40.0', '1.40.1', '1.41.0', '2.0.0'),
    replicated: fc.boolean(),
    replicas: fc.integer({ min: 1, max: 5 }),
    memoryBytes: magnitude(256, 2 ** 20).map(mib => mib * MIB),
    threads: fc.integer({ min: 1, max: 64 }),
  },
  { requiredKeys: ['useCase', 'serverVersion', 'replicated'] },
);

function bytesOf({ backlog, threads }: Sizing): number {
  const valueOf = (name: string) =>
    backlog.find(({ flag }) => flag === name)?.value;
  const records = valueOf('shard_repl_backlog_len');
  if (records !== undefined) return Number(records) * threads * 1024;
  return (
    parseMemoryQuantity(valueOf('shard_repl_backlog_max_bytes') ?? '') ?? 0
  );
}

function expectConsistent(
  answers: SizingAnswers,
  { replicated, replicas = 1 }: SizingOptions,
  sizing: Sizing,
): void {
  const { memoryBytes, threads, podMemoryBytes, backlog } = sizing;
  expect(memoryBytes % MIB).toBe(0);
  expect(threads * 256 * MIB).toBeLessThanOrEqual(memoryBytes);
  expect(memoryBytes).toBeLessThanOrEqual(2 ** 40);
  expect(sizing.podCpu).toBe(threads);
  const free =
    memoryBytes - answers.dataBytes - (replicated ? bytesOf(sizing) : 0);
  expect(free / memoryBytes).toBeGreaterThanOrEqual(0.1 - 1e-9);
  expect(podMemoryBytes).toBeGreaterThanOrEqual(
    memoryBytes * 1.35 + (replicated ? threads * replicas * MIB : 0),
  );
  if (!replicated) {
    expect(backlog).toEqual([]);
    return;
  }
  for (const { seconds } of backlog) {
    expect(seconds).toBeGreaterThanOrEqual(answers.toleratedCutSeconds);
  }
  expect(
    bytesOf(sizing) / (2 * 1024 * Math.max(1, answers.writesPerSecond)),
  ).toBeGreaterThanOrEqual(
    answers.writesPerSecond === 0 ? 0 : answers.toleratedCutSeconds,
  );
  expect(bytesOf(sizing)).toBeLessThanOrEqual(podMemoryBytes / 4);
  expect(sizing.replicationTimeoutMs).toBeGreaterThanOrEqual(5_000);
  expect(sizing.replicationTimeoutMs).toBeLessThanOrEqual(10_000);
  expect(sizing.replicationTimeoutMs).toBeGreaterThan(
    16 * answers.roundTripMilliseconds,
  );
  expect(sizing.acksIntervalMs).toBeLessThan(sizing.replicationTimeoutMs);
}

it('gives figures that fit together, or nearest answers that do', () => {
  let accepted = 0;
  fc.assert(
    fc.property(inRange, options, (answers, given) => {
      const result = sizeCache(answers, given);
      if (result.ok) {
        accepted += 1;
        expectConsistent(answers, given, result.sizing);
        return;
      }
      const { errors, nearest } = result;
      // Only a contradiction between memory and threads, which no answer causes, is left without nearest answers.
      expect(errors.map(({ field }) => field === 'threads')).toEqual(
        errors.map(() => nearest === undefined),
      );
      const second = nearest ? sizeCache(nearest, given) : undefined;
      if (!nearest || !second) return;
      if (!second.ok) throw new Error(JSON.stringify(second.errors));
      expectConsistent(nearest, given, second.sizing);
    }),
    SEED,
  );
  // Otherwise only one half of the property was looked at.
  expect(accepted).toBeGreaterThan(SEED.numRuns / 20);
  expect(accepted).toBeLessThan((SEED.numRuns * 19) / 20);
});

it('changes nothing about answers that are possible, and no answer that is not at fault', () => {
  fc.assert(
    fc.property(inRange, options, (answers, given) => {
      const result = sizeCache(answers, given);
      if (result.ok || !result.nearest) return;
      const { errors, nearest } = result;
      const blamed = new Set(errors.map(({ field }) => field));
      for (const field of ['dataBytes', 'writesPerSecond'] as const) {
        expect(nearest[field] !== answers[field]).toBe(
          blamed.has(`sizing.${field}`),
        );
      }
    }),
    SEED,
  );
});
