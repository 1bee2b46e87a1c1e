/** What is wrong with one object, and where in it. */
export interface SchemaProblem {
  /** Keys of maps and positions in lists, from the root. */
  pointer: string[];
  /** Continues a sentence that begins with the place: `must be string`. */
  message: string;
}
