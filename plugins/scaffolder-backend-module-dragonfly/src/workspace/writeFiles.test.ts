import { createMockDirectory } from '@backstage/backend-test-utils';
import { writeFiles } from './writeFiles';

const files = [
  { path: 'README.md', content: 'new' },
  { path: 'base/a.yaml', content: 'a' },
];

describe('writeFiles', () => {
  const directory = createMockDirectory();
  beforeEach(() => directory.clear());

  it('writes new files and replaces old ones', async () => {
    directory.setContent({ 'README.md': 'old', 'other.txt': 'kept' });

    await writeFiles(directory.path, files);

    expect(directory.content()).toEqual({
      'README.md': 'new',
      'other.txt': 'kept',
      base: { 'a.yaml': 'a' },
    });
  });

  it('deletes files, also those that are not there', async () => {
    directory.setContent({ 'README.md': 'old', base: { 'b.yaml': 'b' } });

    await writeFiles(directory.path, files, ['base/b.yaml', 'base/c.yaml']);

    expect(directory.content()).toEqual({
      'README.md': 'new',
      base: { 'a.yaml': 'a' },
    });
  });

  it('brings back what it deleted when a later one fails', async () => {
    const before = { 'a.txt': 'a', folder: { 'b.txt': 'b' } };
    directory.setContent(before);

    await expect(
      writeFiles(directory.path, [], ['a.txt', 'folder']),
    ).rejects.toThrow('the workspace is as it was');
    expect(directory.content()).toEqual(before);
  });

  it('changes nothing when a path leads out of the folder', async () => {
    await expect(
      writeFiles(directory.path, [
        ...files,
        { path: '../outside', content: '' },
      ]),
    ).rejects.toThrow('Relative path is not allowed to refer to a directory');
    expect(directory.content()).toEqual({});
  });

  it('takes everything back when one file cannot be written', async () => {
    directory.setContent({ 'README.md': 'old', base: { 'b.yaml': {} } });

    await expect(
      writeFiles(directory.path, [
        ...files,
        { path: 'base/b.yaml', content: 'a folder is in the way' },
      ]),
    ).rejects.toThrow(
      /^Could not write the generated files, the workspace is as it was; caused by .*EISDIR/,
    );
    expect(directory.content()).toEqual({
      'README.md': 'old',
      base: { 'b.yaml': {} },
    });
  });
});
