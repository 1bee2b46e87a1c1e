import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findCacheServer } from './findCacheServer';

describe('findCacheServer', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'find-cache-server-'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  async function program(name: string, prints: string): Promise<string> {
    const path = join(directory, name);
    await writeFile(path, `#!/bin/sh\necho '${prints}'\n`);
    await chmod(path, 0o755);
    return path;
  }

  it('finds the server of this machine', async () => {
    const server = await findCacheServer();
    expect(['dragonfly', 'valkey', 'redis']).toContain(server.flavour);
    expect(server.version).toMatch(/^\d+\.\d+/);
  });

  it('prefers Dragonfly over Redis on PATH', async () => {
    await program('redis-server', 'Redis server v=7.0.15 sha=0');
    const path = await program('dragonfly', 'dragonfly v1.40.1-f8eca6d0b');
    await expect(findCacheServer({ PATH: directory })).resolves.toEqual({
      path,
      flavour: 'dragonfly',
      version: '1.40.1',
    });
  });

  it('believes what CACHE_SERVER answers, not what it is called', async () => {
    const path = await program('redis-server', 'Valkey server v=8.0.1 sha=0');
    await expect(
      findCacheServer({ CACHE_SERVER: path }),
    ).resolves.toMatchObject({ flavour: 'valkey' });
  });

  it('says what to install when there is none', async () => {
    await expect(findCacheServer({ PATH: directory })).rejects.toThrow(
      'Found no cache server (dragonfly, valkey-server, redis-server) on PATH; install one, for example with "apt-get install redis-server", or set CACHE_SERVER to its path.',
    );
  });

  it('says when CACHE_SERVER is no program, or another program', async () => {
    await expect(
      findCacheServer({ CACHE_SERVER: join(directory, 'absent') }),
    ).rejects.toThrow(/CACHE_SERVER is ".*absent", which is not an executable/);
    const path = await program('other', 'GNU bash, version 5.2.15');
    await expect(findCacheServer({ CACHE_SERVER: path })).rejects.toThrow(
      /answered neither as Dragonfly nor as Valkey nor as Redis/,
    );
  });
});
