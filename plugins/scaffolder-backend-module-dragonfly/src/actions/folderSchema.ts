import type { z as zod } from 'zod/v3';

type Z = typeof zod;

/** Input of every action that changes the folder of a cache. */
export const folderInput = {
  sourcePath: (z: Z) =>
    z
      .string()
      .optional()
      .describe(
        'Folder within the workspace that holds the manifests of the cache; the workspace itself when absent',
      ),
  targetPath: (z: Z) =>
    z
      .string()
      .optional()
      .describe(
        'Folder within the workspace that the changed files alone are written to, so that a pull request carries nothing else; they are changed in place when absent',
      ),
};

/** Output of every action that changes the folder of a cache. */
export const folderOutput = {
  changed: (z: Z) =>
    z.boolean().describe('Whether there is anything to change'),
  paths: (z: Z) =>
    z
      .array(z.string())
      .describe('Changed and new files, relative to the folder of the cache'),
  report: (z: Z) =>
    z
      .string()
      .describe(
        'What changes and what to mind, as Markdown for a pull request',
      ),
};

/** Output of actions that delete files. */
export const deletedOutput = {
  deleted: (z: Z) =>
    z
      .array(z.string())
      .describe(
        'Deleted files, relative to the folder of the cache, as `filesToDelete` of `publish:github:pull-request` takes them',
      ),
};
