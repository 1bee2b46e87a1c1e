import { assess } from '../replication';
import {
  declaration,
  failed,
  NOW,
  primary,
  replica,
  windowOf,
} from '../replication/__fixtures__/builders';
import { Observation } from '../replication/types';
import { sampleOf } from './sampleOf';

function stateOf(...observations: Observation[]) {
  return assess(declaration(), windowOf(...observations), NOW);
}

const memory = { usedBytes: 5, whenFull: 'evicts' } as const;
const counters = (seconds: number, hits: number, commands: number) => ({
  hits,
  misses: 10,
  commands,
  evictedKeys: 2,
  expiredKeys: 0,
  observedAt: NOW.getTime() + seconds * 1000,
});

it('keeps what is known of a healthy pair', () => {
  expect(sampleOf(stateOf(primary({ memory }), replica()))).toEqual({
    at: NOW.getTime(),
    verdict: 'healthy',
    exposure: { kind: 'seconds', seconds: 0.04 },
    nodes: [
      { region: 'region1', memoryBytes: 5, probeMilliseconds: 5 },
      { region: 'region2', lagSeconds: 0.04, probeMilliseconds: 5 },
    ],
  });
});

it('keeps no seconds where everything is exposed', () => {
  const { exposure, nodes } = sampleOf(
    stateOf(primary(), replica({ sync: true })),
  );
  expect(exposure).toEqual({ kind: 'everything' });
  expect(nodes[1].lagSeconds).toBeUndefined();
});

it('does not repeat what a node said before it fell silent', () => {
  const { nodes } = sampleOf(
    stateOf(primary({ at: -1, memory }), failed('refused'), replica()),
  );
  expect(nodes[0]).toEqual({ region: 'region1', probeMilliseconds: 5 });
});

it('makes rates of two readings of the same counters', () => {
  const before = stateOf(primary({ counters: counters(-10, 50, 100) }));
  const after = stateOf(primary({ counters: counters(0, 80, 300) }));
  expect(sampleOf(after, before).nodes[0]).toMatchObject({
    hitRatio: 1,
    commandsPerSecond: 20,
    evictionsPerSecond: 0,
  });
});

it.each`
  situation                           | then                      | now
  ${'one reading is known'}           | ${undefined}              | ${counters(0, 1, 1)}
  ${'it is the same reading'}         | ${counters(0, 1, 1)}      | ${counters(0, 1, 1)}
  ${'the server began to count anew'} | ${counters(-10, 50, 900)} | ${counters(0, 1, 3)}
`('makes no rates when $situation', ({ then, now }) => {
  const before = stateOf(primary({ counters: then }));
  const sample = sampleOf(stateOf(primary({ counters: now })), before);
  expect(sample.nodes[0].commandsPerSecond).toBeUndefined();
  expect(sample.nodes[0].hitRatio).toBeUndefined();
});
