/** Where something is in an object: keys of maps and positions in lists. */
export type Pointer = readonly (string | number)[];

/** A map of a parsed YAML file. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value is a map. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a place; `undefined` when there is none. */
export function valueAt(root: unknown, ...pointer: Pointer): unknown {
  return pointer.reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return value[Number(step)];
    return isFields(value) && Object.hasOwn(value, step)
      ? value[step]
      : undefined;
  }, root);
}

/** The text at a place; `undefined` when there is no text. */
export function textAt(root: unknown, ...pointer: Pointer): string | undefined {
  const value = valueAt(root, ...pointer);
  return typeof value === 'string' ? value : undefined;
}

/** The map at a place; an empty one when there is none. */
export function fieldsAt(root: unknown, ...pointer: Pointer): Fields {
  const value = valueAt(root, ...pointer);
  return isFields(value) ? value : {};
}

/** The list at a place; an empty one when there is none. */
export function listAt(root: unknown, ...pointer: Pointer): unknown[] {
  const value = valueAt(root, ...pointer);
  return Array.isArray(value) ? value : [];
}

/** The texts of a list or the text values of a map. */
export function textsOf(value: unknown): string[] {
  const items = isFields(value) ? Object.values(value) : value;
  return Array.isArray(items)
    ? items.filter(item => typeof item === 'string')
    : [];
}

/** Every map in a value with its place, outermost first. */
export function walk(
  value: unknown,
  visit: (fields: Fields, pointer: Pointer) => void,
  pointer: Pointer = [],
): void {
  if (Array.isArray(value)) {
    value.forEach((item, index) => walk(item, visit, [...pointer, index]));
  } else if (isFields(value)) {
    visit(value, pointer);
    for (const [key, child] of Object.entries(value)) {
      walk(child, visit, [...pointer, key]);
    }
  }
}
