import { DEEPEST_NESTING } from '../../yaml/nesting';

/** Bounds of what is read, so that no input takes unbounded time or memory. Lengths are in characters. @public */
export const LIMITS = {
  files: 2_000,
  /** Large enough for the rendered output of a chart with its CRDs. */
  fileLength: 4 * 1024 * 1024,
  totalLength: 16 * 1024 * 1024,
  /** Flow collections in each other; the YAML reader's cost grows with the square of it. */
  nesting: DEEPEST_NESTING,
  objects: 10_000,
  servers: 500,
} as const;
