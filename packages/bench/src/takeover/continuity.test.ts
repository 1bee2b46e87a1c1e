import { continuityOf } from './continuity';

it('finds the longest and the shortest time between samples of one cache', () => {
  const times = new Map([
    ['sessions', [1_000, 3_000, 5_000]],
    ['flags', [7_500, 1_500, 3_500, 3_900]],
  ]);

  expect(continuityOf(times)).toEqual({ longestMs: 3_600, shortestMs: 400 });
});

it('does not take two caches sampled at one moment for one sampled twice', () => {
  const times = new Map([
    ['sessions', [1_000, 3_000]],
    ['flags', [1_000, 3_000]],
  ]);

  expect(continuityOf(times)).toEqual({ longestMs: 2_000, shortestMs: 2_000 });
});

it('does not take a cache that was hardly sampled for one without gaps', () => {
  expect(() => continuityOf(new Map([['sessions', [1]]]))).toThrow(
    'Cache sessions has 1 samples',
  );
});
