import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the project's root folder. */
export const projectRoot = join(
  dirname(fileURLToPath(import.meta.url)),
  '..',
  '..',
  '..',
);

/** Joins path segments onto the project's root. */
export function inProject(...segments) {
  return join(projectRoot, ...segments);
}
