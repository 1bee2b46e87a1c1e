import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const SKIPPED = new Set(['node_modules', 'dist', 'dist-types', 'coverage']);

/**
 * Lists files under some folders of a root, sorted, as paths relative to the root.
 *
 * @param {string} root
 * @param {{ folders: string[], maximumDepth?: number, accept?: (name: string) => boolean }} options
 */
export async function listFiles(root, options) {
  const { folders, maximumDepth = Infinity, accept = () => true } = options;
  const found = [];
  const visit = async (folder, depth) => {
    if (depth > maximumDepth) return;
    const entries = await readdir(join(root, folder), { withFileTypes: true });
    for (const entry of entries) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory() && !SKIPPED.has(entry.name)) {
        await visit(path, depth + 1);
      } else if (entry.isFile() && accept(entry.name)) {
        found.push(path);
      }
    }
  };
  for (const folder of folders) await visit(folder, 1);
  return found.sort();
}

/** Digest of the names and contents of files, given relative to a root. */
export async function digestFiles(root, files) {
  const digest = createHash('sha256');
  for (const file of files) {
    digest.update(file).update(await readFile(join(root, file)));
  }
  return digest.digest('hex');
}
