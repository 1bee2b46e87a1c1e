import { parseYamlDocument } from 'backstage-plugin-dragonfly-common';
import { Document, isScalar, LineCounter, visit } from 'yaml';

/** Anchors are a fair way to write 300 caches; this is far below what an alias bomb needs. */
const MOST_ALIASES = 10_000;

/** The value a YAML or JSON text holds, or why it could not be read, without anything the text says. */
export type DocumentResult =
  { ok: true; value: unknown } | { ok: false; reason: string };

/** Reads the one document of a YAML or JSON text. Never throws. */
export function readDocument(text: string): DocumentResult {
  const lineCounter = new LineCounter();
  const lineAt = (offset: number) => lineCounter.linePos(offset).line;
  try {
    const document = parseYamlDocument(text, {
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
        reason:
          error.code === 'RESOURCE_EXHAUSTION'
            ? `it nests too deeply to be read, in line ${lineAt(error.pos[0])}`
            : `it is not YAML or JSON: ${error.code} in line ${lineAt(error.pos[0])}`,
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
