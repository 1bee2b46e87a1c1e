/**
 * A reply of `INFO`, by section and field. Section names are in lower case; fields that precede any heading are in
 * the section `''`. When a field is repeated (Dragonfly repeats the primary's fields for each extra primary), the
 * first one counts.
 *
 * @public
 */
export type InfoSections = ReadonlyMap<string, ReadonlyMap<string, string>>;

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

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
  for (const line of linesOf(text)) {
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

/** Lines that are not empty. Every probe comes through here; a regular expression takes several times as long. */
function linesOf(text: string): string[] {
  const lines: string[] = [];
  let start = 0;
  for (let end = 0; end <= text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === LINE_FEED || code === CARRIAGE_RETURN || end === text.length) {
      if (end > start) lines.push(text.slice(start, end));
      start = end + 1;
    }
  }
  return lines;
}
