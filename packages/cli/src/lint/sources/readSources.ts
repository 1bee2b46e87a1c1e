import { stat } from 'node:fs/promises';
import { ManifestFile, UnreadFile } from 'backstage-plugin-dragonfly-common';
import { Console, UsageError } from '../../console';
import { listFolder } from './listFolder';
import { readManifest } from './readManifest';
import { readStandardInput } from './readStandardInput';

/** What was read of what the command line names. */
export interface Sources {
  files: ManifestFile[];
  unread: UnreadFile[];
}

async function pathsOf(path: string): Promise<string[]> {
  const status = await stat(path).catch((error: Error) => {
    throw new UsageError(`Could not read "${path}": ${error.message}`);
  });
  return status.isDirectory() ? listFolder(path) : [path];
}

/**
 * Reads files, the manifests below folders, and standard input, each once.
 *
 * @throws UsageError when a path is not there
 */
export async function readSources(
  paths: readonly string[],
  input: Console['input'],
): Promise<Sources> {
  const sources: Sources = { files: [], unread: [] };
  const seen = new Set<string>();
  for (const path of paths) {
    const found = path === '-' ? ['-'] : await pathsOf(path);
    for (const file of found) {
      if (seen.has(file)) continue;
      seen.add(file);
      const result =
        file === '-'
          ? await readStandardInput(input)
          : await readManifest(file);
      if ('reason' in result) sources.unread.push(result);
      else sources.files.push(result);
    }
  }
  return sources;
}
