import { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';

/** Piece of text together with the 1-based line of the ADR it stands on. */
export interface TextLine {
  text: string;
  line: number;
}

/** Tags that only format. Other tags are kept as text: in `cache.<domain>` the author means a placeholder. */
const FORMATTING =
  /^<\/?(?:a|b|code|del|em|font|i|img|ins|kbd|mark|p|s|small|span|strong|sub|sup|u|wbr)\b[^>]*>$/i;

/** 1-based line a node starts on. */
export function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}

/** Text of a node without its formatting and comments, white space made single spaces. */
export function plainText(node: Nodes): string {
  return rawText(node).replace(/\s+/g, ' ').trim();
}

/** Text of a paragraph, line by line as it is written in the ADR. */
export function textLines(paragraph: Nodes): TextLine[] {
  const lines = new Map<number, string>();
  const visit = (node: Nodes): void => {
    if ('children' in node) {
      node.children.forEach(visit);
      return;
    }
    const start = lineOf(node);
    // A character reference can produce a line feed that is none in the ADR.
    const end = node.position?.end.line ?? start;
    rawText(node)
      .split('\n')
      .forEach((part, index) => {
        const line = Math.min(start + index, end);
        lines.set(line, (lines.get(line) ?? '') + part);
      });
  };
  visit(paragraph);
  return [...lines].map(([line, text]) => ({ line, text: text.trim() }));
}

function rawText(node: Nodes): string {
  if (node.type === 'html') {
    return htmlText(node.value);
  }
  if (node.type === 'break') {
    return '\n';
  }
  return 'children' in node
    ? node.children.map(rawText).join('')
    : toString(node);
}

function htmlText(html: string): string {
  if (/^<br\s*\/?>$/i.test(html)) {
    return ' ';
  }
  return html.startsWith('<!') || FORMATTING.test(html) ? '' : html;
}
