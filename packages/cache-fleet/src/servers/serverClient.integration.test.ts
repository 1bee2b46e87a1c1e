import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireClient, searchPath } from './serverClient';

describe('requireClient', () => {
  let folder: string;
  const server = (directory: string) => ({
    path: join(directory, 'dragonfly'),
    flavour: 'dragonfly' as const,
    version: '1.40.1',
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'client-'));
    const path = join(folder, 'valkey-cli');
    await writeFile(path, '#!/bin/sh\n');
    await chmod(path, 0o755);
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('finds a client on PATH, or beside the server', async () => {
    await requireClient(server('/nosuch'), { PATH: folder });
    await requireClient(server(folder), { PATH: '/nosuch' });
    expect(searchPath(server('/opt'), { PATH: '/bin' })).toBe('/bin:/opt');
  });

  it('says what to install when there is none', async () => {
    await expect(
      requireClient(server('/nosuch'), { PATH: '/nosuch' }),
    ).rejects.toThrow(
      'Found neither valkey-cli nor redis-cli on PATH, with which the start guard of the manifests asks servers for their role; install one, for example with "apt-get install redis-tools".',
    );
  });
});
