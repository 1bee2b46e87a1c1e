/** Text as one word of a POSIX shell, whatever it contains. */
export function quoteWord(text: string): string {
  return /^[A-Za-z0-9_./:=@%+,-]+$/.test(text)
    ? text
    : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** One branch of a `case` for each key, with a last one that names what it does not know. */
export function caseOf(
  subject: string,
  values: readonly (readonly [string, string])[],
  unknown: string,
): string[] {
  return [
    `case "${subject}" in`,
    ...values.map(([key, value]) => `  ${key}) echo ${quoteWord(value)} ;;`),
    `  *) echo "${unknown}: ${subject}" >&2; return 1 ;;`,
    'esac',
  ];
}

/** A function of the shell; POSIX, so that it works in whatever shell is there at night. */
export function shellFunction(
  name: string,
  comment: string,
  body: readonly string[],
): string[] {
  return [`# ${comment}`, `${name}() {`, ...body.map(l => `  ${l}`), '}'];
}
