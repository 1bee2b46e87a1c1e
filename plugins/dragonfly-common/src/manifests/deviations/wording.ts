/** An argument as it stands on a command line. */
export function quoteArgument({
  flag,
  value,
}: {
  flag: string;
  value?: string;
}): string {
  return value === undefined ? `--${flag}` : `--${flag}=${value}`;
}

/** A name from outside as part of an id: lower case, hyphens. */
export function toId(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}
