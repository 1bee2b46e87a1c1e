import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { region } from '../__testUtils__/regions';
import { bringVolumes } from './bringVolumes';

describe('bringVolumes', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'volumes-'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  const file = (path: string) => join(directory, 'volumes', path);
  const read = (path: string) => readFile(file(path), 'utf8');

  async function bring(
    role: Record<string, string>,
    options = { empty: false },
  ) {
    await bringVolumes(
      {
        directory,
        manifests: {
          ...region('region1'),
          configMaps: { 'sessions-role': role },
        },
        secrets: { 'sessions-credentials': { acl: 'USER a ON >cluster' } },
        localise: text => text.replace('cluster', 'here'),
      },
      options,
    );
  }

  it('brings ConfigMaps in words of this machine, and Secrets as they are', async () => {
    await bring({ 'role.flags': 'cluster' });
    expect(await read('role/role.flags')).toBe('here');
    expect(await read('acl/users.acl')).toBe('USER a ON >cluster');
    const { mode } = await stat(file('acl/users.acl'));
    expect(mode % 0o1000).toBe(0o600);
  });

  it('follows a change, also of a key that is gone', async () => {
    await bring({ 'role.flags': 'one', mode: 'trust-role-file' });
    expect(await read('role/mode')).toBe('trust-role-file');
    await bring({ 'role.flags': 'two' });
    expect(await read('role/role.flags')).toBe('two');
    await expect(read('role/mode')).rejects.toThrow(/ENOENT/);
  });

  it('empties what containers write to for a new pod only', async () => {
    await bring({});
    await writeFile(file('data/dump'), 'x');
    await bring({});
    expect(await read('data/dump')).toBe('x');
    await bring({}, { empty: true });
    await expect(read('data/dump')).rejects.toThrow(/ENOENT/);
  });
});
