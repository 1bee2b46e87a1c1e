const LONGEST = 80;

/** A value as it appears in a message: in quotes, control characters escaped, shortened. */
export function quote(value: string): string {
  const characters = Array.from(value);
  return JSON.stringify(
    characters.length > LONGEST
      ? `${characters.slice(0, LONGEST).join('')}...`
      : value,
  );
}
