import assert from 'node:assert/strict';
import { test } from 'node:test';
import { threadOptions } from './threads.mjs';

for (const [cores, threads] of [
  [1, 1],
  [2, 1],
  [4, 3],
  [5, 4],
  [64, 4],
]) {
  test(`with ${cores} cores ${threads} threads collect garbage`, () => {
    assert.deepEqual(threadOptions(cores), [`--v8-pool-size=${threads}`]);
  });
}
