import { readFile, stat } from 'node:fs/promises';
import {
  LINT_LIMITS,
  ManifestFile,
  UnreadFile,
} from 'backstage-plugin-dragonfly-common';

/** Bytes that a file within the limit of characters can have. */
const LONGEST_BYTES = 4 * LINT_LIMITS.fileLength;

/** Reads a file that may be a manifest, unless it is too long to be one. */
export async function readManifest(
  path: string,
): Promise<ManifestFile | UnreadFile> {
  try {
    const { size } = await stat(path);
    return size > LONGEST_BYTES
      ? {
          path,
          reason: `The file has ${size} bytes; expected at most ${LONGEST_BYTES}.`,
        }
      : { path, content: await readFile(path, 'utf8') };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { path, reason: `It could not be read: ${reason}.` };
  }
}
