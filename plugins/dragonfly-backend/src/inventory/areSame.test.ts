import { Entity } from '@backstage/catalog-model';
import { cacheEntity } from '../__testUtils__/cacheEntity';
import { areSame } from './areSame';

function version(name: string, etag: string | undefined): Entity {
  const entity = cacheEntity({ name });
  return {
    ...entity,
    metadata: { ...entity.metadata, uid: `uid of ${name}`, etag },
  };
}

const list = [version('sessions', 'a'), version('flags', 'b')];

it.each([
  [
    'the same versions',
    [version('sessions', 'a'), version('flags', 'b')],
    true,
  ],
  ['another version', [version('sessions', 'a'), version('flags', 'c')], false],
  ['another order', [version('flags', 'b'), version('sessions', 'a')], false],
  ['one less', [version('sessions', 'a')], false],
  [
    'no version',
    [version('sessions', 'a'), version('flags', undefined)],
    false,
  ],
])('tells %s', (_, now, expected) => {
  expect(areSame(list, now)).toBe(expected);
});

it('takes nothing for granted of a catalog without versions', () => {
  const without = [cacheEntity({ name: 'sessions' })];

  expect(areSame(without, without)).toBe(false);
});
