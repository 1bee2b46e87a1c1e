/** What is asked for of a list: all of it without a limit. */
export interface PageRequest {
  /** Only what comes after this reference; the `nextCursor` of the page before. */
  cursor?: string;
  limit?: number;
}

export interface Page {
  entityRefs: string[];
  /** Absent on the last page. */
  nextCursor?: string;
}

/** Reads the query of a question for a page; the API's schema has checked the limit. */
export function pageOf(query: Record<string, unknown>): PageRequest {
  return {
    cursor: query.cursor === undefined ? undefined : String(query.cursor),
    limit: query.limit === undefined ? undefined : Number(query.limit),
  };
}

/** The page of sorted references that was asked for. */
export function takePage(
  sorted: readonly string[],
  { cursor, limit = sorted.length }: PageRequest,
): Page {
  const rest =
    cursor === undefined ? sorted : sorted.filter(ref => ref > cursor);
  const entityRefs = rest.slice(0, limit);
  return {
    entityRefs,
    nextCursor: rest.length > limit ? entityRefs.at(-1) : undefined,
  };
}
