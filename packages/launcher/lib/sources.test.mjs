import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { digestFiles, listFiles } from './sources.mjs';

async function withFolder(work) {
  const root = await mkdtemp(join(tmpdir(), 'sources-'));
  try {
    await mkdir(join(root, 'one/src/deep'), { recursive: true });
    await mkdir(join(root, 'one/node_modules'), { recursive: true });
    await writeFile(join(root, 'one/src/b.ts'), 'b');
    await writeFile(join(root, 'one/src/deep/a.ts'), 'a');
    await writeFile(join(root, 'one/node_modules/c.ts'), 'c');
    return await work(root);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

test('lists sources sorted, without installed and built files', () =>
  withFolder(async root => {
    assert.deepEqual(await listFiles(root, { folders: ['one'] }), [
      'one/src/b.ts',
      'one/src/deep/a.ts',
    ]);
    assert.deepEqual(
      await listFiles(root, { folders: ['one'], maximumDepth: 2 }),
      ['one/src/b.ts'],
    );
  }));

test('the digest changes with the content of a file', () =>
  withFolder(async root => {
    const files = await listFiles(root, { folders: ['one'] });
    const before = await digestFiles(root, files);
    assert.equal(await digestFiles(root, files), before);
    await writeFile(join(root, 'one/src/b.ts'), 'changed');
    assert.notEqual(await digestFiles(root, files), before);
  }));
