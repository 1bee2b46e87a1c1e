import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { InputError } from '@backstage/errors';
import { ManifestFile } from 'backstage-plugin-dragonfly-common';

const MOST_FILES = 5_000;
/** Generated files are far smaller; what is longer belongs to somebody else, and only its path matters. */
const LONGEST_BYTES = 1024 * 1024;

/**
 * Reads every file below a folder, sorted by path; links are not followed.
 *
 * @returns paths relative to the folder, with forward slashes; the text of a file over 1 MiB is left out
 * @throws InputError when there is no such folder, or too much in it to be the folder of one cache
 */
export async function readFolder(root: string): Promise<ManifestFile[]> {
  const entries = await readdir(root, {
    recursive: true,
    withFileTypes: true,
  }).catch(() => {
    throw new InputError(
      'Found no such folder in the workspace. Fetch the folder of the cache first, and name it as "sourcePath".',
    );
  });
  const files = entries.filter(entry => entry.isFile());
  if (files.length > MOST_FILES) {
    throw new InputError(
      `Found ${files.length} files; expected at most ${MOST_FILES}. Name the folder of one cache as "sourcePath", not that of a whole repository.`,
    );
  }
  const read = files.map(async ({ name, parentPath }) => {
    const file = join(parentPath, name);
    const { size } = await stat(file);
    return {
      path: relative(root, file).split(sep).join('/'),
      content: size > LONGEST_BYTES ? '' : await readFile(file, 'utf8'),
    };
  });
  return (await Promise.all(read)).sort((a, b) => (a.path < b.path ? -1 : 1));
}
