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
  const start =
    cursor === undefined ? 0 : sorted.findLastIndex(ref => ref <= cursor) + 1;
  const entityRefs = sorted.slice(start, start + limit);
  return {
    entityRefs,
    nextCursor: start + limit < sorted.length ? entityRefs.at(-1) : undefined,
  };
}
