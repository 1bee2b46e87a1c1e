import { escapeInvisible } from '../spec/fieldErrors';

/** Text from outside as plain Markdown text on one line: no markup, no HTML, no table cell of its own. */
export function plain(text: string): string {
  return escapeInvisible(text).replace(/[\\`*_{}[\]<>|~&#$!]/g, '\\$&');
}

/** Text as inline code, whatever it contains, also inside a table cell. */
export function code(text: string): string {
  const shown = escapeInvisible(text).replace(/\|/g, '\\|');
  const longest = Math.max(
    0,
    ...(shown.match(/`+/g) ?? []).map(run => run.length),
  );
  const fence = '`'.repeat(longest + 1);
  const padding = longest > 0 ? ' ' : '';
  return `${fence}${padding}${shown}${padding}${fence}`;
}

/** A table; the cells are Markdown already. */
export function table(headings: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(headings),
    line(headings.map(() => '---')),
    ...rows.map(line),
  ].join('\n');
}

/** A fenced block of lines that are safe to copy. */
export function fenced(language: string, lines: string[]): string {
  return [`\`\`\`${language}`, ...lines, '```'].join('\n');
}

/** A bullet list. */
export function list(items: string[]): string {
  return items.map(item => `- ${item}`).join('\n');
}
