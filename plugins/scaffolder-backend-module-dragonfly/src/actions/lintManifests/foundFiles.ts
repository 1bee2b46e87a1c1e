import {
  LINT_LIMITS,
  ManifestFile,
  UnreadFile,
} from 'backstage-plugin-dragonfly-common';

/** What a place holds that a lint may look at. */
export interface FoundFiles {
  /** Sorted by path. */
  files: ManifestFile[];
  /** What was left alone, and why. */
  skipped: UnreadFile[];
}

/** Bytes of a file that is read at all: as many as a file within the lint's limit of characters can have. */
export const LONGEST_BYTES = 4 * LINT_LIMITS.fileLength;

/** Sorted by path and not by locale, so that every machine reports the same. */
export function sortedByPath<T extends { path: string }>(items: T[]): T[] {
  return [...items].sort((a, b) => {
    if (a.path === b.path) return 0;
    return a.path < b.path ? -1 : 1;
  });
}

/** A file that is too long to be a manifest. */
export function tooLong(path: string, bytes: number): UnreadFile {
  return {
    path,
    reason: `The file has ${bytes} bytes; expected at most ${LONGEST_BYTES}.`,
  };
}
