import { deflateRawSync } from 'node:zlib';
import { Rollup, SeriesTable } from 'backstage-plugin-dragonfly-common';
import { readSeries } from '../../answers/__testUtils__/readSeries';
import { addRollups } from './addRollups';
import { packRollups } from './packRollups';
import { unpackRollups } from './unpackRollups';

const HOUR_MS = 3_600_000;
const rollups: Rollup[] = [
  {
    at: 0,
    samples: 1_800,
    everythingExposed: 2,
    cache: { exposure: [0, 12.5, 0.3, 1_798] },
    nodes: {
      'région 1': { memory: [1e9, 1.8e12, 1.1e9, 1_800] },
      region2: { lag: [0.001, 9.25, 1.5, 1_800] },
    },
  },
  {
    at: HOUR_MS,
    samples: 7,
    everythingExposed: 0,
    cache: {},
    nodes: { 'région 1': {}, region2: { lag: [0, 0, 0, 7] } },
  },
];

it('gives back what was packed', async () => {
  expect(unpackRollups(await packRollups(rollups))).toEqual(rollups);
});

it('adds the metrics that a table is of, and every region, from columns and from a list', async () => {
  const range = { from: 0, to: 2 * HOUR_MS };
  const tables = [];
  for (const data of [
    await packRollups(rollups),
    deflateRawSync(JSON.stringify(rollups)),
  ]) {
    const table = SeriesTable.ofSteps(range, HOUR_MS, ['exposure', 'memory']);
    addRollups(table, data);
    const series = await readSeries(table);
    tables.push({ series, exposed: table.everythingExposed() });
  }

  expect(tables[0].exposed).toEqual([
    { from: '1970-01-01T00:00:00.000Z', to: '1970-01-01T01:00:00.000Z' },
  ]);
  expect(tables[0].series).toEqual([
    {
      metric: 'exposure',
      unit: 'seconds',
      points: [
        {
          at: '1970-01-01T00:00:00.000Z',
          minimum: 0,
          mean: 12.5 / 1_798,
          maximum: 0.3,
          samples: 1_798,
        },
      ],
    },
    { metric: 'memory', unit: 'bytes', region: 'region2', points: [] },
    {
      metric: 'memory',
      unit: 'bytes',
      region: 'région 1',
      points: [
        {
          at: '1970-01-01T00:00:00.000Z',
          minimum: 1e9,
          mean: 1e9,
          maximum: 1.1e9,
          samples: 1_800,
        },
      ],
    },
  ]);
  expect(tables[1]).toEqual(tables[0]);
});

it('packs no step at all', async () => {
  expect(unpackRollups(await packRollups([]))).toEqual([]);
});

it('packs a step of nothing', async () => {
  const empty = {
    at: 0,
    samples: 0,
    everythingExposed: 0,
    cache: {},
    nodes: {},
  };

  expect(unpackRollups(await packRollups([empty]))).toEqual([empty]);
});

it('reads what was packed as a list, before there were columns', () => {
  const packed = deflateRawSync(JSON.stringify(rollups));

  expect(unpackRollups(packed)).toEqual(rollups);
});

it.each([
  ['text', 'nothing of the kind'],
  ['a list of something else', '[{}]'],
  [
    'a metric that is none',
    '{"steps":0,"regions":[],"metrics":[{"metric":"x"}]}\n',
  ],
])('refuses %s', (_, content) => {
  expect(() => unpackRollups(deflateRawSync(content))).toThrow(Error);
});

it('refuses a chunk that was cut off', () => {
  const line = '{"steps":1,"regions":[],"metrics":[]}  \n';

  expect(() =>
    unpackRollups(deflateRawSync(Buffer.from(`${line}${'\0'.repeat(16)}`))),
  ).toThrow('a chunk of history holds 2 numbers instead of 3');
});
