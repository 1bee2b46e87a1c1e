import { deflateRawSync } from 'node:zlib';
import { Rollup } from 'backstage-plugin-dragonfly-common';
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

it('gives back only the metrics of interest, and every region', async () => {
  const [first] = unpackRollups(await packRollups(rollups), ['memory']);

  expect(first.cache).toEqual({});
  expect(first.nodes).toEqual({
    'région 1': { memory: [1e9, 1.8e12, 1.1e9, 1_800] },
    region2: {},
  });
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
