import { stateOf } from './__testUtils__/states';
import { groupChanges } from './groupChanges';

const lost = (name: string, owner?: string, region = 'region1') => ({
  entityRef: `resource:default/${name}`,
  before: 'healthy' as const,
  state: stateOf(name, [['UNREACHABLE', region]], owner),
});

function summary(changes: Parameters<typeof groupChanges>[0]) {
  return groupChanges(changes).map(announcement =>
    announcement.kind === 'cache'
      ? `${announcement.owner}: ${announcement.change.state.cache.name}`
      : `${announcement.owner}: ${announcement.region} with ${announcement.changes.length}`,
  );
}

it('makes one message of a region that takes three caches of an owner', () => {
  expect(
    summary([lost('a'), lost('b'), lost('c'), lost('d', 'group:default/shop')]),
  ).toEqual([
    'group:default/identity: region1 with 3',
    'group:default/shop: d',
  ]);
});

it('keeps apart what different regions or causes did', () => {
  const slow = {
    ...lost('c'),
    state: stateOf('c', [['LAG_HIGH', 'region1']]),
  };
  expect(
    summary([lost('a'), lost('b'), slow, lost('d', undefined, 'region2')]),
  ).toEqual(
    ['a', 'b', 'c', 'd'].map(name => `group:default/identity: ${name}`),
  );
});

it('tells nobody of a cache without an owner', () => {
  const orphan = lost('a');
  delete orphan.state.cache.owner;
  expect(groupChanges([orphan])).toEqual([]);
});
