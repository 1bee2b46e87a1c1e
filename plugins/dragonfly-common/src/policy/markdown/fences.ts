import { AdrDocument, Heading } from './document';
import { lineOf } from './text';

/** A fenced code block. */
export interface Fence {
  /** Lower-case; empty when none is written. */
  language: string;
  text: string;
  /** Line of the opening fence. The first line of `text` is the one after it. */
  line: number;
  path: Heading[];
}

/** All fenced code blocks in document order. */
export function fencesOf(document: AdrDocument): Fence[] {
  return document.blocks.flatMap(({ node, path }) =>
    node.type === 'code'
      ? [
          {
            // "YAML", "{.yaml}" and "yaml" are one language.
            language: (node.lang ?? '').toLowerCase().replace(/[^a-z]/g, ''),
            text: node.value,
            line: lineOf(node),
            path,
          },
        ]
      : [],
  );
}
