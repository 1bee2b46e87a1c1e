import { YAMLParseError } from 'yaml';

/** How many brackets of a YAML or JSON text may be open at once; nothing that is written for a cache comes near it. */
export const DEEPEST_NESTING = 200;

/**
 * Offset of the first bracket that is nested too deeply. Brackets in strings and comments count as well, so that no text
 * that passes is deeper than it looks.
 */
export function tooDeepAt(text: string): number | undefined {
  let depth = 0;
  for (let offset = 0; offset < text.length; offset += 1) {
    const character = text[offset];
    if (character === '[' || character === '{') {
      depth += 1;
      if (depth > DEEPEST_NESTING) return offset;
    } else if ((character === ']' || character === '}') && depth > 0) {
      depth -= 1;
    }
  }
  return undefined;
}

/** Says where a text nests too deeply and what to do. */
export function nestingError(text: string, offset: number): YAMLParseError {
  const error = new YAMLParseError(
    [offset, offset],
    'RESOURCE_EXHAUSTION',
    `Brackets or lists are nested deeper than ${DEEPEST_NESTING} levels; close the brackets that were left open, or write it with fewer levels`,
  );
  const before = text.slice(0, offset).split('\n');
  const col = (before.at(-1)?.length ?? 0) + 1;
  error.linePos = [{ line: before.length, col }];
  return error;
}

/** Whether it was the nesting that kept a text from being read. */
export function isNestingError({ code }: { code: string }): boolean {
  return code === 'RESOURCE_EXHAUSTION';
}
