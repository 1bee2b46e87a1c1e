import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSupportedNode } from './nodeVersion.mjs';

for (const [version, supported] of [
  ['v20.20.2', false],
  ['v22.0.0', true],
  ['v22.23.3', true],
  ['v23.5.0', false],
  ['v24.18.9', true],
  ['v24.19.0', false],
  ['v26.0.0', false],
]) {
  test(`Node ${version} is ${supported ? '' : 'not '}supported`, () => {
    assert.equal(isSupportedNode(version), supported);
  });
}
