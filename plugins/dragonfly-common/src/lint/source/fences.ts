/** A fenced block of a Markdown text that may hold YAML or JSON. */
export interface YamlFence {
  text: string;
  /** Line of the file that the text begins on. */
  firstLine: number;
}

const OPENING = /^[ \t>]{0,40}(`{3,40}|~{3,40})[ \t]{0,40}([\w.{-]{0,40})/;
const LANGUAGES = ['yaml', 'yml', 'json'];

function indentationOf(line: string): number {
  return line.length - line.trimStart().length;
}

/**
 * The fenced YAML and JSON blocks of a Markdown text. Read line by line instead of with a Markdown parser, whose time
 * can grow with the square of a hostile text.
 */
export function yamlFences(markdown: string): YamlFence[] {
  const fences: YamlFence[] = [];
  const lines = markdown.split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    const [, marks, word] = OPENING.exec(lines[index]) ?? [];
    if (marks === undefined) continue;
    const indentation = indentationOf(lines[index]);
    const start = index + 1;
    index = start;
    while (
      index < lines.length &&
      !(
        lines[index].trim().startsWith(marks) &&
        lines[index].trim().replaceAll(marks[0], '') === ''
      )
    ) {
      index += 1;
    }
    if (LANGUAGES.includes(word.toLowerCase().replace(/[^a-z]/g, ''))) {
      fences.push({
        // A block inside of a list is indented as its item is.
        text: lines
          .slice(start, index)
          .map(line => line.slice(Math.min(indentation, indentationOf(line))))
          .join('\n'),
        firstLine: start + 1,
      });
    }
  }
  return fences;
}
