import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addCounts, countJestReport, countPlaywrightReport } from './tests.mjs';

test('counts of stages add up', () => {
  assert.deepEqual(
    addCounts([
      { passed: 2, failed: 0 },
      { passed: 3, failed: 1 },
    ]),
    { passed: 5, failed: 1 },
  );
});

test('a jest report counts passed and failed tests', () => {
  assert.deepEqual(
    countJestReport({ success: false, numPassedTests: 4, numFailedTests: 2 }),
    { passed: 4, failed: 2 },
  );
});

test('a suite that could not be loaded is a failure', () => {
  assert.deepEqual(
    countJestReport({
      success: false,
      numPassedTests: 4,
      numFailedTests: 0,
      numRuntimeErrorTestSuites: 1,
    }),
    { passed: 4, failed: 1 },
  );
});

test('a jest run without any test is a failure', () => {
  assert.deepEqual(
    countJestReport({ success: true, numPassedTests: 0, numFailedTests: 0 }),
    { passed: 0, failed: 1 },
  );
});

test('an unsuccessful jest run without a failed test is a failure', () => {
  assert.deepEqual(
    countJestReport({ success: false, numPassedTests: 4, numFailedTests: 0 }),
    { passed: 4, failed: 1 },
  );
});

test('a browser test that passed only when repeated is a failure', () => {
  assert.deepEqual(
    countPlaywrightReport({
      stats: { expected: 3, unexpected: 0, flaky: 1 },
      errors: [],
    }),
    { passed: 3, failed: 1 },
  );
});
