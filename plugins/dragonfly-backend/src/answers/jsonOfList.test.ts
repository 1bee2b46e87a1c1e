import { CacheList, InventoryProblem } from 'backstage-plugin-dragonfly-common';
import { stateOf } from '../announcements/__testUtils__/states';
import { JsonMemory } from './JsonMemory';
import { jsonOfList } from './jsonOfList';

const problem: InventoryProblem = {
  code: 'NO_NODES',
  entityRef: 'component:default/broken',
  message: 'Grüße',
};

it.each([
  ['no cache', []],
  ['one cache', ['sessions']],
  ['several caches', ['sessions', 'carts', 'prices']],
])('writes a list of %s as JSON does', async (_, names) => {
  const list: CacheList = {
    items: names.map(name => stateOf(name)),
    problems: [problem],
    nextCursor: undefined,
    total: 7,
  };

  const written = await jsonOfList(list, JsonMemory.create());

  expect(JSON.parse(written.toString())).toEqual(
    JSON.parse(JSON.stringify(list)),
  );
});
