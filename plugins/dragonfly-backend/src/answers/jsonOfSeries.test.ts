import { Series, SeriesAnswer } from 'backstage-plugin-dragonfly-common';
import { jsonOfSeries } from './jsonOfSeries';

const lag: Series = {
  metric: 'lag',
  unit: 'seconds',
  region: 'Zürich',
  points: [
    {
      at: '2026-11-24T12:00:00.000Z',
      minimum: 0.1,
      mean: 0.2,
      maximum: 0.4,
      samples: 30,
    },
  ],
};

it.each([
  ['no series', []],
  ['one series', [lag]],
  ['several series', [lag, { ...lag, region: undefined, points: [] }]],
])('writes %s as JSON does', async (_, series) => {
  const answer: SeriesAnswer = {
    entityRef: 'resource:default/sessions',
    from: '2026-11-24T12:00:00.000Z',
    to: '2026-11-24T13:00:00.000Z',
    resolution: 'minute',
    series,
    everythingExposed: [],
    problem: undefined,
  };

  const written = await jsonOfSeries(answer);

  expect(JSON.parse(written.toString())).toEqual(
    JSON.parse(JSON.stringify(answer)),
  );
});
