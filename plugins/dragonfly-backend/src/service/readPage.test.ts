import { readPage } from './readPage';

const refs = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

function reader(hidden: string[] = []) {
  const asked: string[][] = [];
  return {
    asked,
    readable: async (entityRefs: string[]) => {
      asked.push(entityRefs);
      return new Set(entityRefs.filter(ref => !hidden.includes(ref)));
    },
  };
}

it('asks once for everything without a limit', async () => {
  const { asked, readable } = reader(['c']);

  expect(await readPage(refs, {}, readable)).toEqual({
    entityRefs: ['a', 'b', 'd', 'e', 'f', 'g', 'h'],
    nextCursor: undefined,
  });
  expect(asked).toEqual([refs]);
});

it('asks for no more than a page and one when everything is readable', async () => {
  const { asked, readable } = reader();

  expect(await readPage(refs, { limit: 3 }, readable)).toEqual({
    entityRefs: ['a', 'b', 'c'],
    nextCursor: 'c',
  });
  expect(asked).toEqual([['a', 'b', 'c', 'd']]);
});

it('goes on behind what is hidden until the page is full', async () => {
  const { asked, readable } = reader(['a', 'b', 'c', 'd']);

  expect(await readPage(refs, { limit: 3 }, readable)).toEqual({
    entityRefs: ['e', 'f', 'g'],
    nextCursor: 'g',
  });
  expect(asked).toEqual([
    ['a', 'b', 'c', 'd'],
    ['e', 'f', 'g', 'h'],
  ]);
});

it.each([1, 2, 3, 7, 8, 9])(
  'visits every readable one once in pages of %d',
  async limit => {
    const { readable } = reader(['b', 'h']);
    const visited: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await readPage(refs, { limit, cursor }, readable);
      visited.push(...page.entityRefs);
      cursor = page.nextCursor;
    } while (cursor !== undefined);

    expect(visited).toEqual(['a', 'c', 'd', 'e', 'f', 'g']);
  },
);

it('goes on from a reference that is gone', async () => {
  const { readable } = reader();

  expect(await readPage(refs, { limit: 2, cursor: 'cc' }, readable)).toEqual({
    entityRefs: ['d', 'e'],
    nextCursor: 'e',
  });
});
