import { shareVantages } from './shareVantages';
import { LiveInstance, Vantage } from './types';

const SHARDS = 32;
const region1 = { id: 'a', regions: ['region1'] };
const region2 = [
  { id: 'b', regions: ['region2'] },
  { id: 'c', regions: ['region2'] },
  { id: 'd', regions: ['region2', 'region3'] },
];
const shards = Array.from({ length: SHARDS }, (_, shard) => shard);
const inRegion = (region: string): Vantage[] =>
  shards.map(shard => ({ shard, region }));

/** Everybody has nodes in both regions, and instance `a` holds every shard unless told otherwise. */
function shareOf(
  instance: string,
  alive: LiveInstance[],
  held: Vantage[] = [],
  holder = 'a',
) {
  return shareVantages({
    instance,
    alive,
    holders: new Map(shards.map(shard => [shard, holder])),
    candidates: inRegion('region2'),
    held,
  });
}

it('gives each vantage to one of those who reach it, evenly', () => {
  const alive = [region1, ...region2];
  const shares = region2.map(({ id }) => shareOf(id, alive).take);

  expect(shares.flat()).toHaveLength(SHARDS);
  expect(new Set(shares.flat().map(({ shard }) => shard)).size).toBe(SHARDS);
  for (const share of shares) {
    expect(share.length).toBeGreaterThan(SHARDS / 3 / 2);
  }
});

it('moves nothing but the share of one who comes or goes', () => {
  const [b, c] = region2;
  const before = shareOf('b', [region1, b, c]).take;
  const after = shareOf('b', [region1, ...region2], before);

  expect(before).toEqual(expect.arrayContaining(after.take));
  expect([...after.take, ...after.offer]).toHaveLength(before.length);
  expect(after.offer.length).toBeGreaterThan(0);
});

it.each`
  situation                              | alive                        | holder
  ${'the holder reaches the region'}     | ${[{ id: 'a' }, region2[0]]} | ${'a'}
  ${'the instance is the holder itself'} | ${[region1, region2[0]]}     | ${'b'}
  ${'the holder is not alive'}           | ${[region2[0]]}              | ${'a'}
  ${'nobody holds the shard'}            | ${[region1, region2[0]]}     | ${''}
`('takes nothing when $situation', ({ alive, holder }) => {
  expect(shareOf('b', alive, [], holder)).toEqual({ take: [], offer: [] });
});

it('keeps what it holds until it is known who follows a holder that is lost', () => {
  const held = inRegion('region2').slice(0, 3);
  expect(shareOf('b', [region2[0]], held).take).toEqual(held);
});

it('offers what others can take when it leaves, and lets go of what nobody can', () => {
  const held = inRegion('region2').slice(0, 3);
  expect(shareOf('b', [region1, region2[1]], held)).toEqual({
    take: [],
    offer: held,
  });
  expect(shareOf('b', [region1], held)).toEqual({ take: [], offer: [] });
});
