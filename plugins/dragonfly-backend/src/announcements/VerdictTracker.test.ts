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
      .notices.map(
        ({ before, state }) => `${now}: ${before} > ${state.verdict}`,
      ),
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

describe('a cache under maintenance', () => {
  const muted = new Set(['resource:default/a']);

  function news(
    ...looks: [Parameters<VerdictTracker['look']>[0], number, boolean][]
  ) {
    const tracker = VerdictTracker.create({ holdMs: 10 });
    return looks.flatMap(([states, now, isMuted]) => {
      const { changes, notices } = tracker.look(
        states,
        now,
        isMuted ? muted : undefined,
      );
      return [
        ...changes.map(({ state }) => `${now} programs: ${state.verdict}`),
        ...notices.map(
          ({ before, state }) => `${now} people: ${before} > ${state.verdict}`,
        ),
      ];
    });
  }

  it.each`
    situation                            | looks                                                                                                                                 | tells
    ${'is well again before the end'}    | ${[[healthy, 0, false], [critical, 1, true], [critical, 11, true], [healthy, 20, true], [healthy, 30, true], [healthy, 31, false]]}   | ${['11 programs: critical', '30 programs: healthy']}
    ${'is still bad at the end'}         | ${[[healthy, 0, false], [critical, 1, true], [critical, 11, true], [critical, 31, false], [critical, 41, false]]}                     | ${['11 programs: critical', '31 people: healthy > critical']}
    ${'turned bad just before the end'}  | ${[[healthy, 0, true], [critical, 28, true], [critical, 31, false], [critical, 38, false]]}                                           | ${['38 programs: critical', '38 people: healthy > critical']}
    ${'recovers from what was told'}     | ${[[healthy, 0, false], [critical, 1, false], [critical, 11, false], [healthy, 20, true], [healthy, 30, true], [healthy, 40, false]]} | ${['11 programs: critical', '11 people: healthy > critical', '30 programs: healthy', '40 people: critical > healthy']}
    ${'was bad when the portal started'} | ${[[critical, 0, true], [critical, 11, true], [critical, 20, false]]}                                                                 | ${['20 people: healthy > critical']}
  `('that $situation: $tells', ({ looks, tells }) => {
    expect(news(...looks)).toEqual(tells);
  });
});
