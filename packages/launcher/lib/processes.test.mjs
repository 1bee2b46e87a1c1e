import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Service } from './processes.mjs';

test('the end of a log is what a program wrote last, without the requests it answered', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'service-'));
  const logFile = join(folder, 'service.log');
  const program = `
    for (let line = 1; line <= 30; line++) console.log('line ' + line);
    for (let line = 1; line <= 30; line++) console.log('GET /readiness type=incomingRequest');
    console.log('no memory left');
  `;

  const service = Service.start(
    'portal',
    process.execPath,
    ['--eval', program],
    { logFile },
  );
  assert.equal(await service.exited, 0);

  const [title, first, ...others] = (await service.endOfLog()).split('\n');
  assert.equal(title, `The end of ${logFile}:`);
  assert.equal(first, 'line 7');
  assert.equal(others.length, 24);
  assert.equal(others.at(-1), 'no memory left');
  await rm(folder, { recursive: true });
});
