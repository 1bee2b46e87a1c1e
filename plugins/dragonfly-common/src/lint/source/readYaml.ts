import { Document, LineCounter, parseAllDocuments } from 'yaml';
import { tooDeepAt } from '../../yaml/nesting';
import { LIMITS } from './limits';
import { ManifestNode } from './manifestNode';
import { hasPlaceholder } from './placeholders';

/** The documents of a YAML text, or why it could not be read. */
export type YamlResult =
  { ok: true; roots: ManifestNode[] } | { ok: false; reason: string };

const TEMPLATE =
  'is a Helm template; render it first, for example with "helm template"';

function parse(text: string, lineCounter: LineCounter): Document.Parsed[] {
  const documents = parseAllDocuments(text, {
    lineCounter,
    logLevel: 'silent',
    prettyErrors: false,
    // The check compares every key with every other one.
    uniqueKeys: false,
  });
  // An empty stream is an empty array with properties.
  return [...documents];
}

/**
 * Reads the documents of a YAML or JSON text. Never throws.
 *
 * @param firstLine - line of the file the text begins on
 */
export function readYaml(text: string, firstLine = 1): YamlResult {
  if (tooDeepAt(text) !== undefined) {
    return {
      ok: false,
      reason: `nests brackets deeper than ${LIMITS.nesting} levels`,
    };
  }
  const lineCounter = new LineCounter();
  const lineAt = (offset: number) =>
    firstLine + Math.max(1, lineCounter.linePos(offset).line) - 1;
  try {
    const documents = parse(text, lineCounter);
    const [error] = documents.flatMap(({ errors }) => errors);
    if (error) {
      const place = `line ${lineAt(error.pos[0])}: ${error.message}`;
      return {
        ok: false,
        reason: text.includes('{{') ? TEMPLATE : `is not YAML, ${place}`,
      };
    }
    if (text.includes('{{') && documents.some(hasPlaceholder)) {
      return { ok: false, reason: TEMPLATE };
    }
    return {
      ok: true,
      roots: documents.map(document => ManifestNode.root(document, lineAt)),
    };
  } catch {
    // The reader is recursive: a text that nests too deeply exhausts the stack.
    return { ok: false, reason: 'nests too deeply to be read' };
  }
}
