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

/**
 * Takes the readable ones of sorted references until a page is full. What lies behind the page is not asked for, but for
 * the one that shows that there is another page.
 *
 * @param readable - says which of some references the caller may know of
 */
export async function readPage(
  sorted: readonly string[],
  { cursor, limit = Number.POSITIVE_INFINITY }: PageRequest,
  readable: (entityRefs: string[]) => Promise<ReadonlySet<string>>,
): Promise<Page> {
  const candidates =
    cursor === undefined ? sorted : sorted.filter(ref => ref > cursor);
  const found: string[] = [];
  for (let i = 0; i < candidates.length && found.length <= limit;) {
    const asked = candidates.slice(i, i + limit + 1);
    const permitted = await readable(asked);
    found.push(...asked.filter(ref => permitted.has(ref)));
    i += asked.length;
  }
  const entityRefs = found.slice(0, limit);
  return {
    entityRefs,
    nextCursor: found.length > limit ? entityRefs.at(-1) : undefined,
  };
}
