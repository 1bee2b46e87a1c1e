import {
  CacheSample,
  SeriesMetric,
  SeriesTable,
} from 'backstage-plugin-dragonfly-common';
import { sampleAt, START } from '../history/__testUtils__/samples';
import { readSeries } from './__testUtils__/readSeries';
import { jsonOfSeries } from './jsonOfSeries';

const STEP_MS = 2_000;

function tableOf(metrics: SeriesMetric[], ...samples: CacheSample[]) {
  const range = { from: START, to: START + 10 * STEP_MS };
  const table = SeriesTable.ofSteps(range, STEP_MS, metrics);
  samples.forEach(sample => table.addSample(sample));
  return table;
}

it('writes everything of the answer but its table, and no series for none', async () => {
  const others = {
    entityRef: 'resource:default/sessions',
    from: '2026-11-24T12:00:00.000Z',
    to: '2026-11-24T13:00:00.000Z',
    resolution: 'minute',
    everythingExposed: [
      { from: '2026-11-24T12:00:00.000Z', to: '2026-11-24T12:00:02.000Z' },
    ],
    problem: 'The history of “Zürich” cannot be read.',
  } as const;

  const json = await jsonOfSeries({
    ...others,
    everythingExposed: [...others.everythingExposed],
    table: tableOf(['lag']),
  });

  expect(JSON.parse(json.toString())).toEqual({ ...others, series: [] });
});

it('writes a point for each step that has samples, with very small and large numbers', async () => {
  const table = tableOf(
    ['exposure'],
    sampleAt(START, 0.1),
    sampleAt(START, 1e-7),
    sampleAt(START + 3 * STEP_MS, 1e21),
  );

  expect(await readSeries(table)).toEqual([
    {
      metric: 'exposure',
      unit: 'seconds',
      points: [
        {
          at: '2026-11-24T12:00:00.000Z',
          minimum: 1e-7,
          mean: (0.1 + 1e-7) / 2,
          maximum: 0.1,
          samples: 2,
        },
        {
          at: '2026-11-24T12:00:06.000Z',
          minimum: 1e21,
          mean: 1e21,
          maximum: 1e21,
          samples: 1,
        },
      ],
    },
  ]);
});

it('writes a series for each region, whatever it is called', async () => {
  const table = tableOf(['lag', 'memory'], {
    ...sampleAt(START),
    nodes: [{ region: 'Zürich "2"', memoryBytes: 5 }, { region: 'region1' }],
  });

  expect(
    (await readSeries(table)).map(({ metric, region, points }) => [
      metric,
      region,
      points.length,
    ]),
  ).toEqual([
    ['lag', 'Zürich "2"', 0],
    ['lag', 'region1', 0],
    ['memory', 'Zürich "2"', 1],
    ['memory', 'region1', 0],
  ]);
});
