import { SizingAnswers } from '../manifests/types';
import { sizeCache } from './sizeCache';
import { SizingOptions } from './types';

const MIB = 2 ** 20;
const GIB = 2 ** 30;
const TIB = 2 ** 40;

const options: SizingOptions = {
  useCase: { eviction: 'lru' },
  serverVersion: '1.40.1',
  replicated: true,
};

function answers(
  dataBytes: number,
  writesPerSecond: number,
  toleratedCutSeconds: number,
  roundTripMilliseconds: number,
): SizingAnswers {
  return {
    dataBytes,
    writesPerSecond,
    toleratedCutSeconds,
    roundTripMilliseconds,
  };
}

function sizingOf(given: SizingAnswers, more: Partial<SizingOptions> = {}) {
  const result = sizeCache(given, { ...options, ...more });
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.sizing;
}

function refusalOf(given: SizingAnswers, more: Partial<SizingOptions> = {}) {
  const result = sizeCache(given, { ...options, ...more });
  if (result.ok) throw new Error(JSON.stringify(result.sizing));
  return result;
}

describe('the figures of a replicated cache', () => {
  it.each`
    data         | writes    | cut   | roundTrip | memory      | threads | pod      | records    | seconds  | timeout | acks
    ${2 * GIB}   | ${1000}   | ${60} | ${20}     | ${2560}     | ${2}    | ${3458}  | ${65536}   | ${65}    | ${5000} | ${100}
    ${10 * GIB}  | ${100000} | ${20} | ${80}     | ${63 * 256} | ${4}    | ${21777} | ${2 ** 20} | ${20}    | ${5000} | ${100}
    ${MIB}       | ${10}     | ${0}  | ${0}      | ${256}      | ${1}    | ${347}   | ${8192}    | ${409}   | ${5000} | ${100}
    ${MIB}       | ${60000}  | ${0}  | ${1}      | ${768}      | ${3}    | ${1040}  | ${8192}    | ${0}     | ${5000} | ${100}
    ${512 * MIB} | ${0}      | ${10} | ${400}    | ${768}      | ${2}    | ${1039}  | ${8192}    | ${86400} | ${6800} | ${400}
    ${GIB}       | ${0}      | ${1}  | ${588}    | ${1280}     | ${2}    | ${1730}  | ${8192}    | ${86400} | ${9996} | ${588}
  `(
    'are $memory MiB, $threads threads, $records records for $data bytes, $writes writes/s, $cut s and $roundTrip ms',
    row => {
      const sizing = sizingOf(
        answers(row.data, row.writes, row.cut, row.roundTrip),
      );
      expect(sizing).toMatchObject({
        memoryBytes: row.memory * MIB,
        threads: row.threads,
        podMemoryBytes: row.pod * MIB,
        podCpu: row.threads,
        backlog: [
          {
            flag: 'shard_repl_backlog_len',
            value: String(row.records),
            seconds: row.seconds,
          },
        ],
        replicationTimeoutMs: row.timeout,
        acksIntervalMs: row.acks,
      });
    },
  );

  it('tell a server from 1.41 on a time and a limit in bytes', () => {
    const { backlog } = sizingOf(answers(2 * GIB, 1000, 60, 20), {
      serverVersion: '1.41.0',
    });
    expect(backlog).toEqual([
      { flag: 'shard_repl_backlog_time_ms', value: '60000', seconds: 60 },
      { flag: 'shard_repl_backlog_max_bytes', value: '128mb', seconds: 65 },
    ]);
  });

  it('have room for what each further replica holds back', () => {
    const { podMemoryBytes } = sizingOf(answers(2 * GIB, 1000, 60, 20), {
      replicas: 3,
    });
    expect(podMemoryBytes).toBe(3462 * MIB);
  });

  it('keep what was asked for in so many words', () => {
    expect(
      sizingOf(answers(GIB, 100_000, 0, 20), {
        memoryBytes: 1600 * MIB,
        threads: 1,
      }),
    ).toMatchObject({ memoryBytes: 1600 * MIB, threads: 1, podCpu: 1 });
  });

  it('are shown step by step, with the numbers put in', () => {
    const { steps } = sizingOf(answers(2 * GIB, 1000, 60, 20));
    expect(steps.map(({ value, substituted }) => [value, substituted])).toEqual(
      [
        ['2.5 GiB', '(2 GiB + 128 MiB) / 0.9 ≤ 2.5 GiB'],
        ['2', '1000 / 25000 = 0.04; 2 × 256 MiB ≤ 2.5 GiB'],
        ['3.38 GiB', '1.35 × 2.5 GiB + 2 × 1 × 1 MiB'],
        ['2', '2'],
        ['65536 records, which cover 65 s', '1000 × 2 × 60 s / 2'],
        ['128 MiB', '65536 × 2 × 1024 B = 3.7 % of 3.38 GiB'],
        ['5000 ms', '16 × 20 ms + 100 ms'],
        ['100 ms', '20 ms'],
      ],
    );
    for (const { name, formula } of steps) {
      expect(name).not.toBe('');
      expect(formula).not.toBe('');
    }
  });
});

describe('the figures of independent servers', () => {
  it('have no backlog and no buffers, and ask nothing of the link', () => {
    const sizing = sizingOf(answers(GIB, 0, 86_400, 10_000), {
      replicated: false,
    });
    expect(sizing).toMatchObject({
      memoryBytes: 1280 * MIB,
      threads: 2,
      podMemoryBytes: 1728 * MIB,
      backlog: [],
    });
    expect(sizing.steps).toHaveLength(4);
  });

  it('say what happens when memory is full', () => {
    const { steps } = sizingOf(answers(GIB, 0, 0, 0), {
      replicated: false,
      useCase: { eviction: 'fixed' },
    });
    expect(steps[0].formula).toContain('writes are refused');
  });
});

describe('what cannot be', () => {
  it.each`
    because                              | given                                 | more                          | field                      | nearest
    ${'the backlog takes too much'}      | ${answers(10 * GIB, 100_000, 30, 80)} | ${{}}                         | ${'toleratedCutSeconds'}   | ${{ toleratedCutSeconds: 20 }}
    ${'data and backlog fill the limit'} | ${answers(TIB, 0, 0, 0)}              | ${{}}                         | ${'dataBytes'}             | ${{ dataBytes: 989_543_687_782 }}
    ${'the data fills the limit'}        | ${answers(TIB, 0, 0, 0)}              | ${{ replicated: false }}      | ${'dataBytes'}             | ${{ dataBytes: 989_560_464_998 }}
    ${'there are only so many threads'}  | ${answers(TIB / 2, 1_600_001, 0, 0)}  | ${{}}                         | ${'writesPerSecond'}       | ${{ writesPerSecond: 1_600_000 }}
    ${'memory allows two threads'}       | ${answers(100 * MIB, 60_000, 0, 0)}   | ${{ memoryBytes: 512 * MIB }} | ${'writesPerSecond'}       | ${{ writesPerSecond: 50_000 }}
    ${'the memory asked for is small'}   | ${answers(GIB, 0, 0, 0)}              | ${{ memoryBytes: GIB }}       | ${'dataBytes'}             | ${{ dataBytes: 949_590_425 }}
    ${'the link is too slow'}            | ${answers(GIB, 0, 0, 600)}            | ${{}}                         | ${'roundTripMilliseconds'} | ${{ roundTripMilliseconds: 588 }}
    ${'nothing is not an amount'}        | ${answers(0, 0, 0, 0)}                | ${{}}                         | ${'dataBytes'}             | ${{ dataBytes: MIB }}
    ${'it is no number'}                 | ${answers(GIB, Number.NaN, 0, 0)}     | ${{}}                         | ${'writesPerSecond'}       | ${{ writesPerSecond: 0 }}
    ${'parts of a second do not count'}  | ${answers(GIB, 1, 1.5, 0)}            | ${{}}                         | ${'toleratedCutSeconds'}   | ${{ toleratedCutSeconds: 1 }}
  `('is refused: $because', ({ given, more, field, nearest }) => {
    const refusal = refusalOf(given, more);
    expect(refusal.errors.map(error => error.field)).toEqual([
      `sizing.${field}`,
    ]);
    expect(refusal.nearest).toEqual({ ...given, ...nearest });
    if (!refusal.nearest) throw new Error('Found no nearest answers');
    expect(sizeCache(refusal.nearest, { ...options, ...more }).ok).toBe(true);
  });

  it('is refused with one error for each answer, and answers that are possible together', () => {
    const given = answers(TIB, 10_000_000, 86_400, 10_000);
    const refusal = refusalOf(given);
    expect(refusal.errors.map(({ field }) => field)).toEqual([
      'sizing.writesPerSecond',
      'sizing.dataBytes',
      'sizing.roundTripMilliseconds',
      'sizing.toleratedCutSeconds',
    ]);
    if (!refusal.nearest) throw new Error('Found no nearest answers');
    expect(sizeCache(refusal.nearest, options).ok).toBe(true);
  });

  it('is refused without nearest answers where no answer is at fault', () => {
    const refusal = refusalOf(answers(MIB, 0, 0, 0), {
      threads: 3,
      memoryBytes: 512 * MIB,
    });
    expect(refusal.errors).toEqual([
      {
        field: 'threads',
        value: '3',
        expected:
          'at most 2, because each thread needs 256 MiB and the cache has 512 MiB',
        message:
          'Field "threads" is 3; expected at most 2, because each thread needs 256 MiB and the cache has 512 MiB. Ask for fewer threads or for more memory.',
      },
    ]);
    expect(refusal.nearest).toBeUndefined();
  });
});
