import { connectedReplica, primary } from '../__fixtures__/builders';
import { isPrimaryAnswer, PrimaryAnswer } from '../nodeView';
import { lagByWait } from './waitLag';

function answer(overrides: Parameters<typeof primary>[0]): PrimaryAnswer {
  const observation = primary({ durationMs: 20, ...overrides });
  if (!isPrimaryAnswer(observation)) throw new Error('Expected a primary');
  return observation;
}

function probe(acknowledgedReplicas: number, elapsedMs: number) {
  return { acknowledgedReplicas, elapsedMs, timeoutMs: 1000 };
}

it('takes the time until the acknowledgement for the lag, with the 0.1 s at which WAIT polls', () => {
  expect(lagByWait(answer({ waitProbe: probe(1, 235) }), 1)).toEqual({
    kind: 'time',
    seconds: 0.235,
    errorBoundSeconds: expect.closeTo(0.12, 6),
    method: 'wait-probe',
  });
});

it('gives a minimum when WAIT ran into its timeout', () => {
  expect(lagByWait(answer({ waitProbe: probe(0, 1005) }), 1)).toEqual({
    kind: 'at-least',
    seconds: 1,
    method: 'wait-probe',
  });
});

it.each`
  situation                             | overrides                                                                          | replicas
  ${'no replica is attached'}           | ${{ waitProbe: probe(0, 0.5), replicas: [] }}                                      | ${1}
  ${'it was not measured'}              | ${{ waitProbe: undefined }}                                                        | ${1}
  ${'Redis answers for one connection'} | ${{ flavour: 'redis', waitProbe: probe(1, 3) }}                                    | ${1}
  ${'one of two replicas acknowledged'} | ${{ waitProbe: probe(1, 40) }}                                                     | ${2}
  ${'it acknowledged for one of two'}   | ${{ waitProbe: probe(1, 40), replicas: [], connectedReplicas: 2 }}                 | ${1}
  ${'a stranger may have acknowledged'} | ${{ waitProbe: probe(1, 40), replicas: [connectedReplica(), connectedReplica()] }} | ${1}
`('says unknown when $situation', ({ overrides, replicas }) => {
  expect(lagByWait(answer(overrides), replicas).kind).toBe('unknown');
});

it('holds for every replica when all have acknowledged', () => {
  expect(lagByWait(answer({ waitProbe: probe(2, 40) }), 2).kind).toBe('time');
});

it('trusts the count where the primary hides its replicas', () => {
  expect(
    lagByWait(
      answer({
        waitProbe: probe(1, 40),
        replicas: [],
        connectedReplicas: 1,
      }),
      1,
    ).kind,
  ).toBe('time');
});
