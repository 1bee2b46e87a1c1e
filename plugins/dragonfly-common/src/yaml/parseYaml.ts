import {
  Document,
  DocumentOptions,
  ParseOptions,
  parseAllDocuments,
  parseDocument,
  SchemaOptions,
} from 'yaml';
import { nestingError, tooDeepAt } from './nesting';

type Options = ParseOptions & DocumentOptions & SchemaOptions;

/** An empty document whose only error is the nesting; the line counter knows the lines all the same. */
function refused(
  text: string,
  offset: number,
  options: Options,
): Document.Parsed {
  const { lineCounter, ...rest } = options;
  const document = parseDocument('', rest);
  document.errors = [nestingError(text, offset)];
  if (lineCounter && lineCounter.lineStarts.length < 2) {
    lineCounter.lineStarts = [0];
    for (const { index } of text.matchAll(/\n/g)) {
      lineCounter.addNewLine(index + 1);
    }
  }
  return document;
}

/** Parses unless the text nests too deeply for the parser, which recurses and would exhaust the stack. */
function guarded<T>(
  text: string,
  options: Options,
  parse: () => T,
): T | Document.Parsed {
  const offset = tooDeepAt(text);
  if (offset !== undefined) return refused(text, offset, options);
  try {
    return parse();
  } catch (error) {
    // Lists in lists need no brackets.
    if (error instanceof RangeError) return refused(text, 0, options);
    throw error;
  }
}

/**
 * The documents of a YAML text that somebody else wrote. A text that nests too deeply to be read safely is one empty
 * document with an error that says so.
 *
 * @public
 */
export function parseYamlDocuments(
  text: string,
  options: Options = {},
): Document.Parsed[] {
  const documents = guarded(text, options, () =>
    parseAllDocuments(text, options),
  );
  // An empty stream is an empty array with properties.
  return Array.isArray(documents) ? [...documents] : [documents];
}

/** The same for a text of one document; a second one is an error of it. @public */
export function parseYamlDocument(
  text: string,
  options: Options = {},
): Document.Parsed {
  return guarded(text, options, () => parseDocument(text, options));
}

/**
 * Plain data of a YAML text of one document that somebody else wrote.
 *
 * @throws YAMLParseError when it cannot be read, or nests too deeply to be read safely
 */
export function parseYaml(text: string): unknown {
  const document = parseYamlDocument(text);
  const [error] = document.errors;
  if (error) throw error;
  return document.toJS();
}
