/** The sections of an INFO reply by their lower-case name, in the order they came. */
export function infoSections(text: string): Map<string, string> {
  const sections = new Map<string, string>();
  for (const part of text.split(/^# /m).slice(1)) {
    const name = part.slice(0, part.indexOf('\r\n')).toLowerCase();
    sections.set(name, `# ${part.trimEnd()}\r\n`);
  }
  return sections;
}

/** Puts sections together as Dragonfly does: with an empty line between them. */
export function joinSections(sections: string[]): string {
  return sections.join('\r\n');
}

/** The value of a field of an INFO text. */
export function infoField(text: string, name: string): string | undefined {
  const line = text.split('\r\n').find(each => each.startsWith(`${name}:`));
  return line?.slice(name.length + 1);
}
