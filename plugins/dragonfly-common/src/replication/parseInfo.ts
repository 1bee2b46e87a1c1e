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
  let fields: Map<string, string> | undefined;
  const end = text.includes('\n') ? '\n' : '\r';
  for (let start = 0; start < text.length;) {
    // Every probe comes through here; to cut the text with a regular expression takes several times as long.
    const next = text.indexOf(end, start);
    const line = text.slice(start, next < 0 ? text.length : next);
    start = next < 0 ? text.length : next + 1;
    if (line.startsWith('#')) {
      section = line.slice(1).trim().toLowerCase();
      fields = sections.get(section);
      continue;
    }
    const colon = line.indexOf(':');
    if (colon < 1) continue;
    if (!fields) {
      fields = new Map();
      sections.set(section, fields);
    }
    const name = line.slice(0, colon).trim();
    if (!fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return sections;
}
