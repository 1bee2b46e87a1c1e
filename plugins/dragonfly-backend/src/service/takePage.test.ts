import { takePage } from './takePage';

const refs = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

it('takes everything without a limit', () => {
  expect(takePage(refs, {})).toEqual({ entityRefs: refs });
});

it.each([1, 2, 3, 7, 8, 9])('visits each once in pages of %d', limit => {
  const visited: string[] = [];
  let cursor: string | undefined;
  do {
    const page = takePage(refs, { limit, cursor });
    visited.push(...page.entityRefs);
    cursor = page.nextCursor;
  } while (cursor !== undefined);

  expect(visited).toEqual(refs);
});

it('goes on from a reference that is gone', () => {
  expect(takePage(refs, { limit: 2, cursor: 'cc' })).toEqual({
    entityRefs: ['d', 'e'],
    nextCursor: 'e',
  });
});

it('has no next page when nothing is left', () => {
  expect(takePage(refs, { limit: 8 }).nextCursor).toBeUndefined();
  expect(takePage([], { limit: 8 })).toEqual({ entityRefs: [] });
});
