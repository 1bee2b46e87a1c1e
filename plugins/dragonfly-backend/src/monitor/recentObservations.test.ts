import { Observation } from 'backstage-plugin-dragonfly-common';
import { recentObservations } from './recentObservations';

const at = (seconds: number): Observation => ({
  region: 'region1',
  observedAt: seconds * 1000,
  durationMs: 1,
  outcome: 'failed',
  failure: { kind: 'timeout', message: 'no answer in time' },
});

describe('recentObservations', () => {
  it('begins with the first', () => {
    expect(recentObservations(undefined, at(0))).toEqual([at(0)]);
  });

  it('keeps two minutes, oldest first', () => {
    expect(recentObservations([at(0), at(1), at(60)], at(121))).toEqual([
      at(1),
      at(60),
      at(121),
    ]);
  });

  it('drops what was observed before the clock was set back', () => {
    expect(recentObservations([at(10), at(61), at(62)], at(60))).toEqual([
      at(10),
      at(60),
    ]);
  });
});
