import { Dirent } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  isLinted,
  LINT_LIMITS,
  UnreadFile,
} from 'backstage-plugin-dragonfly-common';
import { FoundFiles, LONGEST_BYTES, sortedByPath, tooLong } from './foundFiles';

const OTHER_FOLDERS = ['.git', 'node_modules'];

/**
 * Reads a file, or the manifests below a folder, of a workspace. Links are not followed, whatever they lead to: a
 * repository that was fetched may hold any.
 *
 * @returns paths relative to the folder, with forward slashes
 * @throws InputError when there is nothing of that name, or a link
 * @throws NotAllowedError when the path leads out of the workspace
 */
export async function readWorkspace(
  workspacePath: string,
  sourcePath: string,
): Promise<FoundFiles> {
  const root = resolveSafeChildPath(workspacePath, sourcePath);
  const status = await lstat(root).catch(() => undefined);
  if (status?.isDirectory()) return readFolder(root);
  if (status?.isFile()) return readOne(root, basename(root));
  throw new InputError(
    `Found no file or folder "${sourcePath}" in the workspace${status?.isSymbolicLink() ? ', but a link' : ''}. Fetch the manifests first, and name their folder as "sourcePath".`,
  );
}

async function readOne(file: string, path: string): Promise<FoundFiles> {
  const { size } = await lstat(file);
  return size > LONGEST_BYTES
    ? { files: [], skipped: [tooLong(path, size)] }
    : {
        files: [{ path, content: await readFile(file, 'utf8') }],
        skipped: [],
      };
}

async function readFolder(root: string): Promise<FoundFiles> {
  const { links, paths } = await listFolder(root, '');
  const read: FoundFiles = { files: [], skipped: links };
  // One more than the limit, so that the lint itself says that there are too many.
  for (const path of paths.slice(0, LINT_LIMITS.files + 1)) {
    const { files, skipped } = await readOne(join(root, path), path);
    read.files.push(...files);
    read.skipped.push(...skipped);
  }
  return {
    files: sortedByPath(read.files),
    skipped: sortedByPath(read.skipped),
  };
}

async function listFolder(
  root: string,
  folder: string,
): Promise<{ paths: string[]; links: UnreadFile[] }> {
  const paths: string[] = [];
  const links: UnreadFile[] = [];
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  for (const entry of entries.sort(byName)) {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory() && !OTHER_FOLDERS.includes(entry.name)) {
      const below = await listFolder(root, path);
      paths.push(...below.paths);
      links.push(...below.links);
    } else if (entry.isFile() && isLinted(entry.name)) {
      paths.push(path);
    } else if (entry.isSymbolicLink()) {
      links.push({ path, reason: 'It is a link, which is not followed.' });
    }
  }
  return { paths, links };
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : 1;
}
