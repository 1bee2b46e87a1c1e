import { AdrDocument } from '../markdown/document';
import { lineOf, plainText } from '../markdown/text';
import { ProblemLog } from '../problems';
import { Sourced } from '../types';

/** Title of the ADR: its first heading, as written. */
export function readTitle(
  { headings }: AdrDocument,
  log: ProblemLog,
): string | undefined {
  const title = headings.find(({ text }) => text !== '');
  if (!title) {
    log.missing({
      subject: 'title',
      expected: 'a heading such as "# ADR: Caching with Dragonfly"',
      remedy: 'Begin the ADR with a heading.',
    });
  }
  return title?.text;
}

/**
 * Text directly under the first heading with one of the names, without its subsections: paragraphs and list items,
 * separated by blank lines. A section that is missing or empty is a warning.
 */
export function readProse(
  { headings, blocks }: AdrDocument,
  names: readonly string[],
  log: ProblemLog,
): Sourced<string> | undefined {
  const section = headings.find(({ name }) => names.includes(name));
  const paragraphs = blocks.filter(
    ({ node, path }) =>
      section !== undefined &&
      path.at(-1) === section &&
      node.type === 'paragraph',
  );
  if (paragraphs.length === 0) {
    log.warn({
      subject: `section "${names[0]}"`,
      line: section?.line,
      expected: 'a section of this name with text',
      remedy: 'Add it, so that readers of the policy see it.',
    });
    return undefined;
  }
  return {
    value: paragraphs.map(({ node }) => plainText(node)).join('\n\n'),
    line: lineOf(paragraphs[0].node),
  };
}
