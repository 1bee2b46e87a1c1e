import {
  declaration,
  NOW,
  primary,
  replica,
  windowOf,
} from '../__fixtures__/builders';
import { viewCache } from '../cacheView';
import { Observation, ShardOffsets } from '../types';
import { replicaLag } from './replicaLag';

function positions(at: number, ...records: number[]): ShardOffsets {
  return { records, observedAt: NOW.getTime() + at * 1000, durationMs: 10 };
}

function primaryAt(at: number, ...records: number[]) {
  return primary({ at, shardOffsets: positions(at, ...records) });
}

function replicaAt(at: number, ...records: number[]) {
  return replica({
    at,
    shardOffsets: { ...positions(at, ...records), session: 'SYNC1' },
  });
}

function lagOf(...observations: Observation[]) {
  const view = viewCache(declaration(), windowOf(...observations), NOW);
  const node = view.nodes.find(({ region }) => region === 'region2');
  return node && replicaLag(view, node)?.time;
}

const history = [
  primaryAt(-4, 100, 100),
  primaryAt(-2, 300, 100),
  primaryAt(0, 300, 500),
];

it.each`
  situation                              | replica                     | seconds | bound
  ${'both shards equal'}                 | ${replicaAt(0, 300, 500)}   | ${0}    | ${0.02}
  ${'one shard in the middle of a step'} | ${replicaAt(0, 300, 300)}   | ${1}    | ${2.02}
  ${'the other shard is further behind'} | ${replicaAt(0, 200, 500)}   | ${3}    | ${2.02}
  ${'the replica was asked a bit later'} | ${replicaAt(0.5, 300, 500)} | ${0}    | ${0.52}
`('lags as its worst shard: $situation', row => {
  expect(lagOf(...history, row.replica)).toEqual({
    kind: 'time',
    seconds: expect.closeTo(row.seconds, 6),
    errorBoundSeconds: expect.closeTo(row.bound, 6),
    method: 'offset-interpolation',
  });
});

it('gives a minimum for a shard older than the window', () => {
  expect(lagOf(...history, replicaAt(0, 300, 50))).toEqual({
    kind: 'at-least',
    seconds: 3.99,
    method: 'offset-interpolation',
  });
});

it('compares nothing across another number of shards', () => {
  expect(lagOf(...history, replicaAt(0, 800))).toMatchObject({
    kind: 'unknown',
    because: expect.stringContaining('number of shards'),
  });
  expect(
    lagOf(
      primaryAt(-2, 1, 1, 1),
      primaryAt(0, 300, 500),
      replicaAt(0, 200, 500),
    ),
  ).toMatchObject({ kind: 'unknown' });
});

it('begins anew with the next life of the primary', () => {
  const restarted = primary({
    replicationId: 'new',
    shardOffsets: positions(0, 10, 10),
  });
  expect(
    lagOf(
      ...history.slice(0, 2),
      restarted,
      replica({
        primaryReplicationId: 'new',
        shardOffsets: positions(0, 5, 5),
      }),
    ),
  ).toEqual({
    kind: 'unknown',
    because: 'the primary’s offset has not been followed long enough',
  });
});

it('says nothing during a full sync, however equal the positions', () => {
  expect(
    lagOf(
      ...history,
      replica({ sync: true, shardOffsets: positions(0, 300, 500) }),
    ),
  ).toEqual({ kind: 'no-usable-copy', because: 'full-sync' });
});
