import { InfoSections } from './parseInfo';

/**
 * Value of a field, `undefined` when it is absent or empty. A reply without headings is accepted too: some proxies
 * strip lines that begin with `#`.
 */
export function textField(
  info: InfoSections,
  section: string,
  name: string,
): string | undefined {
  const value = info.get(section)?.get(name) ?? info.get('')?.get(name);
  return value === undefined || value === '' ? undefined : value;
}

/** Reads a whole number that is exact in JavaScript; anything else is `undefined`. */
export function wholeNumber(text: string | undefined): number | undefined {
  if (text === undefined || !/^-?\d{1,16}$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : undefined;
}

/** Value of a field that counts something: a whole number of at least zero, else `undefined`. */
export function countField(
  info: InfoSections,
  section: string,
  name: string,
): number | undefined {
  const value = wholeNumber(textField(info, section, name));
  return value === undefined || value < 0 ? undefined : value;
}
