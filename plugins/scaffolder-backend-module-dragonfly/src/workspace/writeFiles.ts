import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { ForwardedError, isError } from '@backstage/errors';
import { ManifestFile } from 'backstage-plugin-dragonfly-common';

/**
 * Writes and deletes all files, or none: after a failure every file is again what it was.
 *
 * @param root - folder that no path may lead out of
 * @param deleted - paths of files that go; what is not there stays so
 */
export async function writeFiles(
  root: string,
  files: readonly ManifestFile[],
  deleted: readonly string[] = [],
): Promise<void> {
  const targets = [
    ...files.map(({ path, content }) => ({ path, content })),
    ...deleted.map(path => ({ path, content: undefined })),
  ].map(({ path, content }) => ({
    path: resolveSafeChildPath(root, path),
    content,
  }));
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const { path, content } of targets) {
      const before = await readIfPresent(path);
      undo.unshift(() => put(path, before));
      await put(path, content);
    }
  } catch (error) {
    for (const restore of undo) {
      await restore();
    }
    throw new ForwardedError(
      'Could not write the generated files, the workspace is as it was',
      error,
    );
  }
}

async function put(
  path: string,
  content: string | Buffer | undefined,
): Promise<void> {
  if (content === undefined) {
    await rm(path, { force: true });
    return;
  }
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

async function readIfPresent(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isError(error) && error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}
