import { FieldError } from '../types';

const MAX_SHOWN = 60;
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}]/gu;

/**
 * Escapes what cannot be seen, so that a hostile value cannot rewrite the line it is shown in.
 *
 * @returns the text with control, format and line-separator characters as `\u{...}`
 */
export function escapeInvisible(text: string): string {
  return text.replace(
    INVISIBLE,
    character => `\\u{${character.codePointAt(0)?.toString(16) ?? '?'}}`,
  );
}

/** Describes any value in a few words, without calling anything the value itself brings along. */
export function describeValue(value: unknown): string {
  switch (typeof value) {
    case 'string': {
      // Cut before spreading into code points: the text may be megabytes long.
      const points = [...value.slice(0, 2 * MAX_SHOWN + 2)];
      const shown = escapeInvisible(points.slice(0, MAX_SHOWN).join(''));
      return points.length > MAX_SHOWN
        ? `"${shown}…" (${value.length} characters)`
        : `"${shown}"`;
    }
    case 'number':
    case 'boolean':
      return String(value);
    case 'bigint':
      return 'a big integer';
    case 'undefined':
      return 'missing';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? `a list of ${value.length}` : 'an object';
    default:
      return `a ${typeof value}`;
  }
}

/** Spells a path the way people write it: `consumers[1].entityRef`. Keys from outside are shortened and escaped. */
export function fieldPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((field, part) => {
    if (typeof part === 'number') return `${field}[${part}]`;
    const key = escapeInvisible(
      typeof part === 'string' ? part.slice(0, MAX_SHOWN) : 'a symbol',
    );
    return field ? `${field}.${key}` : key;
  }, '');
}

/** Makes one entry of the list of errors; `action` is a sentence that says what to do. */
export function fieldError(
  field: string,
  value: unknown,
  expected: string,
  action: string,
): FieldError {
  const shown = describeValue(value);
  return {
    field,
    value: shown,
    expected,
    message: `Field "${field}" is ${shown}; expected ${expected}. ${action}`,
  };
}
