import { ManifestFile } from '../../manifests/types';
import { LIMITS } from './limits';
import { FileContent, readFile } from './readFile';

/** Reads files up to the limits; what is beyond them is listed as unread. */
export function readFiles(files: readonly ManifestFile[]): FileContent[] {
  let total = 0;
  return files.map((file, index) => {
    total += file.content.length;
    if (index >= LIMITS.files) {
      return beyond(file, `there are more than ${LIMITS.files} files`);
    }
    return total > LIMITS.totalLength
      ? beyond(
          file,
          `the files are longer than ${LIMITS.totalLength} characters together`,
        )
      : readFile(file);
  });
}

function beyond({ path }: ManifestFile, because: string): FileContent {
  return {
    path,
    roots: [],
    configuration: [],
    unread: [
      { path, reason: `Not read because ${because}; look at fewer at once.` },
    ],
  };
}
