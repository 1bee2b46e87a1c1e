import { Nodes, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { nameOf } from './names';
import { lineOf, plainText, textLines } from './text';

/** A heading of the ADR. */
export interface Heading {
  /** Spelling left out, see {@link nameOf}. */
  name: string;
  text: string;
  depth: number;
  line: number;
}

/** A paragraph, list, table, fence ... with its place in the document. */
export interface Block {
  node: RootContent;
  /** Headings above the block, outermost first. */
  path: Heading[];
  /** Name of the last line of the paragraph right before the block, such as `positive` for "**Positive:**". */
  label?: string;
}

/** The ADR as a flat list of blocks in document order; blocks inside of lists and quotes are blocks as well. */
export interface AdrDocument {
  headings: Heading[];
  blocks: Block[];
}

/**
 * Reads Markdown with tables.
 *
 * @param text - with line feeds as line endings.
 */
export function readDocument(text: string): AdrDocument {
  const root = fromMarkdown(text, {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  const headings: Heading[] = [];
  const blocks: Block[] = [];
  let path: Heading[] = [];

  const visit = (parent: Nodes): void => {
    if (!('children' in parent)) {
      return;
    }
    let label: string | undefined;
    for (const node of parent.children) {
      if (node.type === 'heading') {
        const heading = headingOf(node, node.depth);
        path = [...path.filter(({ depth }) => depth < node.depth), heading];
        headings.push(heading);
      } else if (node.type !== 'html') {
        blocks.push({ node, path, label });
      }
      if (isContainer(node)) {
        visit(node);
      }
      // A comment between a label and its list changes nothing.
      if (node.type !== 'html') {
        label =
          node.type === 'paragraph'
            ? nameOf(textLines(node).at(-1)?.text ?? '')
            : undefined;
      }
    }
  };
  visit(root);
  return { headings, blocks };
}

/** Whether one of the headings above has one of the names. */
export function isUnder(path: Heading[], names: readonly string[]): boolean {
  return path.some(({ name }) => names.includes(name));
}

function headingOf(node: Nodes, depth: number): Heading {
  const text = plainText(node);
  return { name: nameOf(text), text, depth, line: lineOf(node) };
}

function isContainer(node: Nodes): boolean {
  return ['blockquote', 'list', 'listItem'].includes(node.type);
}
