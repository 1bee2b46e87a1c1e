/**
 * A reply of `INFO`, by section and field. Section names are in lower case; fields that precede any heading are in
 * the section `''`. When a field is repeated (Dragonfly repeats the primary's fields for each extra primary), the
 * first one counts.
 *
 * @public
 */
export type InfoSections = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * Reads the text of an `INFO` reply. Accepts either line ending and passes over whatever is not `field:value`;
 * never throws, so that what a hostile or broken server sends ends as missing fields.
 *
 * @public
 */
export function parseInfo(text: string): InfoSections {
  const sections = new Map<string, Map<string, string>>();
  let section = '';
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (line.startsWith('#')) {
      section = line.slice(1).trim().toLowerCase();
      continue;
    }
    const colon = line.indexOf(':');
    if (colon < 1) continue;
    const fields = sections.get(section) ?? new Map<string, string>();
    sections.set(section, fields);
    const name = line.slice(0, colon).trim();
    if (!fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return sections;
}
