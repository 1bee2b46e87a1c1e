import {
  cacheOf,
  policyOf,
  rendered,
  settings,
  spec,
} from '../__testUtils__/caches';
import { containerIn, flagIn } from '../__testUtils__/objects';
import { validateCacheSpec } from '../validateCacheSpec';
import { CacheSpec, SizingAnswers } from '../types';

const GIB = 2 ** 30;
const MIB = 2 ** 20;

const answers: SizingAnswers = {
  dataBytes: 10 * GIB,
  writesPerSecond: 100_000,
  toleratedCutSeconds: 20,
  roundTripMilliseconds: 400,
};

function errorsOf(request: Partial<CacheSpec>) {
  const result = validateCacheSpec(spec(request), policyOf(), settings());
  return result.ok ? [] : result.errors.map(({ field }) => field);
}

describe('a request that says what it expects to carry', () => {
  it('gets memory, threads, pod and replication from it', () => {
    const manifests = rendered(spec({ sizing: answers }));
    expect(flagIn(manifests, 'maxmemory')).toBe('16128mb');
    expect(flagIn(manifests, 'proactor_threads')).toBe('4');
    expect(flagIn(manifests, 'shard_repl_backlog_len')).toBe('1048576');
    expect(flagIn(manifests, 'replication_timeout')).toBe('6800');
    expect(flagIn(manifests, 'replication_acks_interval')).toBe('400');
    expect(containerIn(manifests).resources.limits).toEqual({
      cpu: '4',
      memory: '21777Mi',
    });
  });

  it('keeps memory and threads that it states itself', () => {
    const cache = cacheOf(
      spec({ sizing: answers, memoryBytes: 32 * GIB, threads: 8 }),
    );
    expect(cache).toMatchObject({ memoryBytes: 32 * GIB, threads: 8 });
  });

  it('is told in the terms of the server version', () => {
    const manifests = rendered(
      spec({ sizing: answers }),
      policyOf(),
      settings({ serverVersion: '1.41.0' }),
    );
    expect(flagIn(manifests, 'shard_repl_backlog_len')).toBeUndefined();
    expect(flagIn(manifests, 'shard_repl_backlog_time_ms')).toBe('20000');
    expect(flagIn(manifests, 'shard_repl_backlog_max_bytes')).toBe('4gb');
  });

  it('has a backlog only where servers replicate', () => {
    const request = spec({
      useCase: 'rate-limiting',
      sizing: { ...answers, toleratedCutSeconds: 86_400 },
    });
    expect(flagIn(rendered(request), 'shard_repl_backlog_len')).toBeUndefined();
  });

  it.each`
    change                                    | more                                | fields
    ${{ toleratedCutSeconds: 21 }}            | ${{}}                               | ${['sizing.toleratedCutSeconds']}
    ${{ roundTripMilliseconds: 1000 }}        | ${{}}                               | ${['sizing.roundTripMilliseconds']}
    ${{ dataBytes: 2 ** 40 }}                 | ${{}}                               | ${['sizing.dataBytes', 'sizing.toleratedCutSeconds']}
    ${{ writesPerSecond: 10_000_000 }}        | ${{}}                               | ${['sizing.writesPerSecond', 'sizing.toleratedCutSeconds']}
    ${{}}                                     | ${{ memoryBytes: 512 * MIB }}       | ${['sizing.writesPerSecond', 'sizing.dataBytes', 'sizing.toleratedCutSeconds']}
    ${{ writesPerSecond: 0, dataBytes: MIB }} | ${{ memoryBytes: GIB, threads: 5 }} | ${['threads']}
    ${{ dataBytes: 1 }}                       | ${{}}                               | ${['sizing.dataBytes']}
  `('is refused at $fields with $change $more', ({ change, more, fields }) => {
    expect(errorsOf({ sizing: { ...answers, ...change }, ...more })).toEqual(
      fields,
    );
  });
});

it('says in the README how the figures came about, given or not', () => {
  const readmeOf = (request: CacheSpec) =>
    rendered(request).files.find(({ path }) => path === 'README.md')?.content;
  expect(readmeOf(spec({ sizing: answers }))).toContain(
    '| threads (--proactor\\_threads) | 4 |',
  );
  expect(readmeOf(spec())).toContain(
    'Memory of the pod: 2.7 GiB = 1.35 × 2 GiB + 2 MiB',
  );
  expect(readmeOf(spec({ memoryBytes: GIB }))).toContain(
    'Memory of the data set: 1 GiB, as asked for.',
  );
});
