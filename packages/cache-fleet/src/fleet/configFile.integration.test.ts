import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileConfigSource } from '@backstage/config-loader';
import { waitUntil } from '../servers/waitUntil';
import { ConfigFile } from './configFile';

jest.setTimeout(30_000);

describe('ConfigFile', () => {
  let directory: string;
  const watching = new AbortController();
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'config-file-'));
  });
  afterEach(async () => {
    watching.abort();
    await rm(directory, { recursive: true });
  });

  // Long enough for a reader to meet a half if there were one.
  const text = (revision: number) =>
    `revision: ${revision}\npadding: "${'x'.repeat(500_000)}"\n`;

  it("is followed through every change by the portal's own watcher", async () => {
    const file = new ConfigFile(join(directory, 'fleet.yaml'));
    await file.write(text(0));
    const source = FileConfigSource.create({ path: file.path });
    const seen: unknown[] = [];
    const reading = (async () => {
      const data = source.readConfigData({ signal: watching.signal });
      for await (const { configs } of data) {
        seen.push(configs[0].data.revision);
      }
    })();
    await waitUntil('the first text', 5_000, async () => seen.length === 1);
    for (let revision = 1; revision <= 5; revision++) {
      await file.write(text(revision));
      await waitUntil('the change', 5_000, async () => seen.includes(revision));
    }
    // Without waiting in between: the watcher need not see them all, but it must end with the last.
    await Promise.all([6, 7, 8].map(revision => file.write(text(revision))));
    await waitUntil('the last change', 5_000, async () => seen.at(-1) === 8);
    watching.abort();
    await reading;
    expect(seen).toEqual(expect.arrayContaining([0, 1, 2, 3, 4, 5, 8]));
  });

  it('leaves one file, readable by its owner, and does not touch it for the same text', async () => {
    const file = new ConfigFile(join(directory, 'fleet.yaml'));
    await file.write('a: 1\n');
    const first = await stat(file.path);
    await file.write('a: 1\n');
    const second = await stat(file.path);
    expect(second.ino).toBe(first.ino);
    expect(first.mode % 0o1000).toBe(0o600);
    expect(await readdir(directory)).toEqual(['fleet.yaml']);
  });

  it('goes on after a write that failed', async () => {
    const file = new ConfigFile(join(directory, 'absent', 'fleet.yaml'));
    await expect(file.write('a: 1\n')).rejects.toThrow(/ENOENT/);
    await expect(file.write('a: 1\n')).rejects.toThrow(/ENOENT/);
  });
});
