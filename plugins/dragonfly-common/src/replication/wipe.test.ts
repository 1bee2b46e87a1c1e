import {
  declaration,
  NOW,
  primary,
  replica,
  windowOf,
} from './__fixtures__/builders';
import { viewCache } from './cacheView';
import { Observation } from './types';
import { findWipe } from './wipe';

function wipeOf(...observations: Observation[]) {
  const view = viewCache(declaration(), windowOf(...observations), NOW);
  const node = view.nodes.find(({ region }) => region === 'region2');
  return node && findWipe(view, node);
}

const keys = (total: number) => ({ total, expiring: 0 });
const before = replica({
  at: -9,
  primaryReplicationId: 'old',
  keys: keys(2000),
});
const after = { at: -5, primaryReplicationId: 'new' };

it('finds a copy that was overwritten by an empty primary', () => {
  expect(wipeOf(before, replica({ ...after, keys: keys(0) }))).toEqual({
    observedAt: NOW.getTime() - 5000,
    keysBefore: 2000,
    keysAfter: 0,
  });
});

it('tells it before the keys have been counted', () => {
  expect(wipeOf(before, replica(after))).toEqual({
    observedAt: NOW.getTime() - 5000,
    keysBefore: 2000,
    keysAfter: undefined,
  });
});

it('keeps telling it when the cache fills again', () => {
  expect(
    wipeOf(
      before,
      replica({ ...after, keys: keys(0) }),
      replica({ ...after, at: 0, keys: keys(1990) }),
    ),
  ).toMatchObject({ keysAfter: 0 });
});

it('does not count keys during the full sync', () => {
  expect(
    wipeOf(
      before,
      replica({ ...after, sync: true, keys: keys(3) }),
      replica({ ...after, at: 0, keys: keys(1990) }),
    ),
  ).toBeUndefined();
});

it.each`
  situation                                     | observations
  ${'the primary is the same'}                  | ${[before, replica({ at: 0, primaryReplicationId: 'old', keys: keys(0) })]}
  ${'the restarted primary has its data again'} | ${[before, replica({ ...after, keys: keys(1990) })]}
  ${'there was nothing to lose'}                | ${[replica({ at: -9, primaryReplicationId: 'old', keys: keys(0) }), replica(after)]}
  ${'it was attached to another address'}       | ${[before, replica({ ...after, primaryHost: 'elsewhere', keys: keys(0) })]}
  ${'it was promoted in between'}               | ${[before, primary({ at: -7, region: 'region2' }), replica({ ...after, keys: keys(0) })]}
  ${'the address leads to another node now'}    | ${[before, primary({ at: -9, replicationId: 'old' }), primary({ at: -5, region: 'region3', replicationId: 'new' }), replica(after)]}
`('finds nothing when $situation', ({ observations }) => {
  const cache = declaration();
  cache.nodes.push({ region: 'region3', declaredRole: 'replica' });
  const view = viewCache(cache, windowOf(...observations), NOW);
  expect(findWipe(view, view.nodes[1])).toBeUndefined();
});
