import { readPrimaryPosition, readReplicaPosition } from './readShardOffsets';

// The answers of a real Dragonfly 1.40.1, before and during a promotion.
it('reads the position of a primary', () => {
  expect(readPrimaryPosition([251817, 252968])).toEqual({
    records: [251817, 252968],
  });
  expect(readPrimaryPosition([0, 0])).toEqual({ records: [0, 0] });
});

it('reads the position of a replica and its session', () => {
  expect(readReplicaPosition(['SYNC1', [251816, 252963]])).toEqual({
    session: 'SYNC1',
    records: [251816, 252963],
  });
});

it.each([
  undefined,
  null,
  'OK',
  7,
  [],
  [-1, 2],
  ['1', '2'],
  [1.5],
  [Number.NaN],
  ['SYNC1', []],
  ['', [1]],
  ['SYNC1', [1], 2],
  ['SYNC1', ['1']],
  { records: [1] },
])('understands nothing of %j', reply => {
  expect(readPrimaryPosition(reply)).toBeUndefined();
  expect(readReplicaPosition(reply)).toBeUndefined();
});
