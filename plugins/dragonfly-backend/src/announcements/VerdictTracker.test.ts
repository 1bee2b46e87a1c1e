import { stateOf, statesOf } from './__testUtils__/states';
import { VerdictTracker } from './VerdictTracker';

const healthy = statesOf(stateOf('a'));
const critical = statesOf(stateOf('a', [['UNREACHABLE', 'region1']]));
const degraded = statesOf(stateOf('a', [['LAG_HIGH', 'region2']]));

function told(...looks: [Parameters<VerdictTracker['look']>[0], number][]) {
  const tracker = VerdictTracker.create({ holdMs: 10 });
  return looks.flatMap(([states, now]) =>
    tracker
      .look(states, now)
      .map(({ before, state }) => `${now}: ${before} > ${state.verdict}`),
  );
}

it.each`
  situation                                  | looks                                                                            | tells
  ${'a start with something wrong'}          | ${[[critical, 0], [critical, 50]]}                                               | ${[]}
  ${'a verdict that lasts'}                  | ${[[healthy, 0], [critical, 5], [critical, 14], [critical, 15], [critical, 99]]} | ${['15: healthy > critical']}
  ${'a verdict that comes and goes'}         | ${[[healthy, 0], [critical, 5], [healthy, 12], [critical, 14], [healthy, 20]]}   | ${[]}
  ${'one that gets worse before it is told'} | ${[[healthy, 0], [degraded, 5], [critical, 12], [critical, 22]]}                 | ${['22: healthy > critical']}
  ${'the end'}                               | ${[[healthy, 0], [critical, 1], [critical, 11], [healthy, 20], [healthy, 30]]}   | ${['11: healthy > critical', '30: critical > healthy']}
  ${'a cache that was gone meanwhile'}       | ${[[healthy, 0], [new Map(), 5], [critical, 10], [critical, 50]]}                | ${[]}
`('$situation: $tells', ({ looks, tells }) => {
  expect(told(...looks)).toEqual(tells);
});
