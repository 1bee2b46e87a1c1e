import { seriesOf, SeriesTable } from 'backstage-plugin-dragonfly-common';
import { TableAnswer } from '../history';
import { sampleAt, START } from '../history/__testUtils__/samples';
import { jsonOfSeries } from './jsonOfSeries';

const STEP_MS = 2_000;

it.each([
  ['no sample', []],
  ['one sample', [sampleAt(START)]],
  [
    'several samples',
    [
      sampleAt(START, 0.1),
      sampleAt(START, 1e-7),
      sampleAt(START + STEP_MS, 1e21),
      { ...sampleAt(START + 3 * STEP_MS), nodes: [{ region: 'Zürich "2"' }] },
    ],
  ],
])('writes series of %s as JSON does', async (_, samples) => {
  const table = SeriesTable.ofSteps(
    { from: START, to: START + 10 * STEP_MS },
    STEP_MS,
    ['exposure', 'lag', 'memory'],
  );
  samples.forEach(sample => table.addSample(sample));
  const others: Omit<TableAnswer, 'table'> = {
    entityRef: 'resource:default/sessions',
    from: '2026-11-24T12:00:00.000Z',
    to: '2026-11-24T13:00:00.000Z',
    resolution: 'minute',
    everythingExposed: [],
    problem: undefined,
  };

  const written = await jsonOfSeries({ ...others, table });

  expect(JSON.parse(written.toString())).toEqual(
    JSON.parse(JSON.stringify({ ...others, series: seriesOf(table) })),
  );
});
