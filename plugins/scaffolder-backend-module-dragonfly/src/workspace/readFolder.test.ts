import { symlinkSync } from 'node:fs';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { readFolder } from './readFolder';

describe('readFolder', () => {
  const directory = createMockDirectory();
  beforeEach(() => directory.clear());

  it('reads every file, with forward slashes and in order', async () => {
    directory.setContent({
      'b.yaml': 'b',
      a: { 'c.yaml': 'c', d: { 'e.yaml': 'é' } },
    });
    await expect(readFolder(directory.path)).resolves.toEqual([
      { path: 'a/c.yaml', content: 'c' },
      { path: 'a/d/e.yaml', content: 'é' },
      { path: 'b.yaml', content: 'b' },
    ]);
  });

  it('follows no link and reads no long file', async () => {
    directory.setContent({ secret: 's', folder: { big: 'x'.repeat(2 ** 21) } });
    symlinkSync(directory.resolve('secret'), directory.resolve('folder/link'));
    await expect(readFolder(directory.resolve('folder'))).resolves.toEqual([
      { path: 'big', content: '' },
    ]);
  });

  it('says when there is no such folder', async () => {
    await expect(readFolder(directory.resolve('none'))).rejects.toThrow(
      'Found no such folder in the workspace. Fetch the folder of the cache first',
    );
  });

  it('does not read a whole repository', async () => {
    directory.setContent(
      Object.fromEntries(
        Array.from({ length: 5001 }, (_, at) => [`f${at}`, '']),
      ),
    );
    await expect(readFolder(directory.path)).rejects.toThrow(
      'Found 5001 files; expected at most 5000',
    );
  });
});
