import { mkdir } from 'node:fs/promises';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { ManifestFile } from 'backstage-plugin-dragonfly-common';
import { writeFiles } from './writeFiles';

/** Folders of the workspace that a change reads from and writes to. */
export interface ChangeFolders {
  workspacePath: string;
  /** The folder of the cache; the workspace itself when absent. */
  sourcePath?: string;
  /** Where changed files are written; the folder of the cache itself when absent. */
  targetPath?: string;
}

/** Absolute path of the cache's folder. */
export function sourceFolder({
  sourcePath = '.',
  workspacePath,
}: ChangeFolders): string {
  return resolveSafeChildPath(workspacePath, sourcePath);
}

/**
 * Carries out a change: in the folder of the cache, or beside it, where the changed files alone are then, for a pull
 * request that carries nothing else.
 */
export async function applyToFolder(
  folders: ChangeFolders,
  change: { write: readonly ManifestFile[]; delete: readonly string[] },
): Promise<void> {
  const { targetPath, workspacePath } = folders;
  if (targetPath === undefined) {
    await writeFiles(sourceFolder(folders), change.write, change.delete);
    return;
  }
  const target = resolveSafeChildPath(workspacePath, targetPath);
  await mkdir(target, { recursive: true });
  await writeFiles(target, change.write);
}
