const LONGEST = 80;

/** Shows a value somebody else wrote within a sentence: shortened, in quotes, control characters escaped. */
export function quote(value: string): string {
  const characters = Array.from(value);
  return JSON.stringify(
    characters.length > LONGEST
      ? `${characters.slice(0, LONGEST).join('')}…`
      : value,
  );
}

/** Lists names within a sentence: `"a", "b"`, or `none`. */
export function quoteAll(values: string[]): string {
  return values.length ? values.map(quote).join(', ') : 'none';
}
