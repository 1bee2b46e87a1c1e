import { Document, isScalar, LineCounter, parseDocument, visit } from 'yaml';

/** Brackets in each other; the YAML reader's cost grows with the square of it. */
const DEEPEST_NESTING = 200;
/** Anchors are a fair way to write 300 caches; this is far below what an alias bomb needs. */
const MOST_ALIASES = 10_000;

/** The value a YAML or JSON text holds, or why it could not be read, without anything the text says. */
export type DocumentResult =
  { ok: true; value: unknown } | { ok: false; reason: string };

/** Reads the one document of a YAML or JSON text. Never throws. */
export function readDocument(text: string): DocumentResult {
  if (deepestBracket(text) > DEEPEST_NESTING) {
    return {
      ok: false,
      reason: `it nests brackets deeper than ${DEEPEST_NESTING} levels`,
    };
  }
  const lineCounter = new LineCounter();
  const lineAt = (offset: number) => lineCounter.linePos(offset).line;
  try {
    const document = parseDocument(text, {
      lineCounter,
      logLevel: 'silent',
      prettyErrors: false,
      // The check compares every key with every other one; `repeatedKey` does not.
      uniqueKeys: false,
    });
    const [error] = document.errors;
    if (error) {
      return {
        ok: false,
        reason: `it is not YAML or JSON: ${error.code} in line ${lineAt(error.pos[0])}`,
      };
    }
    const repeated = repeatedKey(document);
    return repeated === undefined
      ? { ok: true, value: document.toJS({ maxAliasCount: MOST_ALIASES }) }
      : {
          ok: false,
          reason: `it has the key of line ${lineAt(repeated)} twice`,
        };
  } catch {
    // The reader is recursive, and it refuses aliases that multiply.
    return { ok: false, reason: 'it nests too deeply to be read' };
  }
}

/** How deep brackets nest at most; those in strings count as well, so it is an upper bound. */
function deepestBracket(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of text) {
    if (character === '[' || character === '{') {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if ((character === ']' || character === '}') && depth > 0) {
      depth -= 1;
    }
  }
  return deepest;
}

/** Where a key stands that its object has already; without this the entry before it would be lost in silence. */
function repeatedKey(document: Document.Parsed): number | undefined {
  let found: number | undefined;
  visit(document, {
    Map(_, map) {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        if (isScalar(key)) {
          const name = String(key.value);
          if (seen.has(name)) {
            found = key.range?.[0] ?? 0;
            return visit.BREAK;
          }
          seen.add(name);
        }
      }
      return undefined;
    },
  });
  return found;
}
