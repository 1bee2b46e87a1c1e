/** Reads one entry of a record. A name such as "constructor" does not find what every object inherits. */
export function lookUp<T>(
  record: Record<string, T>,
  name: string,
): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
