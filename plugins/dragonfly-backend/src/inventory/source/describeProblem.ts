/**
 * What is wrong with the source and what stays in force, in words for everybody; undefined when nothing is. What exactly
 * is wrong with an entry is told to those who may see its cache.
 */
export function describeProblem(source: {
  unreadable: boolean;
  /** Why the newest text was refused, as the end of a sentence. */
  refusal?: string;
  /** Entries of the document in force that cannot be used. */
  badEntries: number;
  /** When the document in force was read, ISO 8601; absent while there is none. */
  readAt?: string;
}): string | undefined {
  const { unreadable, refusal, badEntries, readAt } = source;
  const consequence = readAt
    ? `The one of ${readAt} stays in force.`
    : 'Until it can, caches that only it locates are not watched.';
  if (unreadable) {
    return `The inventory source could not be read. ${consequence} The log of the backend says why.`;
  }
  if (refusal) {
    return `The inventory source could not be used: ${refusal.replace(/\.$/, '')}. ${consequence}`;
  }
  if (badEntries) {
    return `${badEntries === 1 ? 'An entry' : `${badEntries} entries`} of the inventory source could not be used; the problems of the caches and the log of the backend say why.`;
  }
  return undefined;
}
