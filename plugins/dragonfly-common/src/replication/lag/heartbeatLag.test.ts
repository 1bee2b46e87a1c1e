import {
  connectedReplica,
  declaration,
  NOW,
  primary,
  replica,
  windowOf,
} from '../__fixtures__/builders';
import { viewCache } from '../cacheView';
import { Observation } from '../types';
import { replicaLag } from './replicaLag';

function lagOf(...observations: Observation[]) {
  const view = viewCache(declaration(), windowOf(...observations), NOW);
  const node = view.nodes.find(({ region }) => region === 'region2');
  return node && replicaLag(view, node)?.time;
}

function found(ageMs: number) {
  return { writtenAt: NOW.getTime() - ageMs, intervalMs: 1000 };
}

const withoutWait = primary({
  waitProbe: undefined,
  replicas: [connectedReplica({ lagRecords: undefined })],
});

it.each`
  situation                               | ageMs   | seconds
  ${'the newest key there can be'}        | ${400}  | ${0}
  ${'a key of an interval ago'}           | ${1000} | ${0}
  ${'a key that should have been passed'} | ${4000} | ${3}
  ${'a clock that was set back'}          | ${-500} | ${0}
`('$situation: $seconds s', ({ ageMs, seconds }) => {
  expect(lagOf(withoutWait, replica({ heartbeat: found(ageMs) }))).toEqual({
    kind: 'time',
    seconds,
    errorBoundSeconds: 1.005,
    method: 'heartbeat-key',
  });
});

it('still says how old the copy is when the link is down', () => {
  expect(
    lagOf(withoutWait, replica({ link: 'down', heartbeat: found(9000) })),
  ).toMatchObject({ seconds: 8, method: 'heartbeat-key' });
});

it('gives way to WAIT, which needs no key', () => {
  expect(lagOf(primary(), replica({ heartbeat: found(0) }))).toMatchObject({
    method: 'wait-probe',
  });
});
