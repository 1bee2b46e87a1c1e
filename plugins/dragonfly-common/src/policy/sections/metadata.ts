import { AdrDocument, Block } from '../markdown/document';
import { FrontMatter } from '../markdown/frontMatter';
import { nameOf } from '../markdown/names';
import { textLines } from '../markdown/text';
import { Sourced } from '../types';

/**
 * Finds a fact about the ADR under one of its names. The first of these that there is: a key of the front matter, a
 * line "**Status:** Accepted" under the title, the first line of a section "Status", such a line in any section.
 */
export function findMetadata(
  { blocks, headings }: AdrDocument,
  frontMatter: FrontMatter,
  names: readonly string[],
): Sourced<string> | undefined {
  const paragraphs = blocks.filter(({ node }) => node.type === 'paragraph');
  const section = headings.find(({ name }) => names.includes(name));
  return (
    frontMatter.get(names) ??
    labelledLine(
      paragraphs.filter(
        ({ path }) => path.length === 0 || path.at(-1) === headings[0],
      ),
      names,
    ) ??
    firstLine(
      paragraphs.find(({ path }) => section && path.at(-1) === section),
    ) ??
    labelledLine(paragraphs, names)
  );
}

function labelledLine(
  paragraphs: Block[],
  names: readonly string[],
): Sourced<string> | undefined {
  for (const { node } of paragraphs) {
    for (const { text, line } of textLines(node)) {
      const colon = text.indexOf(':');
      if (colon > 0 && names.includes(nameOf(text.slice(0, colon)))) {
        return { value: text.slice(colon + 1).trim(), line };
      }
    }
  }
  return undefined;
}

function firstLine(paragraph: Block | undefined): Sourced<string> | undefined {
  const first = paragraph && textLines(paragraph.node)[0];
  return first && { value: first.text, line: first.line };
}
