import { Definition, Nodes } from 'mdast';
import { AdrDocument, isUnder } from '../markdown/document';
import { lineOf, plainText } from '../markdown/text';
import { RelatedLink } from '../types';
import { resolveLink } from './resolveLink';

const SECTIONS = ['related', 'related decisions', 'references', 'see also'];

/**
 * Reads the links of the "Related" section.
 *
 * @param adrUrl - address of the ADR itself, if known.
 */
export function readLinks(
  { blocks }: AdrDocument,
  adrUrl: string | undefined,
): RelatedLink[] {
  const definitions = new Map(
    blocks.flatMap(({ node }) =>
      node.type === 'definition' ? [[node.identifier, node]] : [],
    ),
  );
  return blocks
    .filter(
      // A list is left out, since the paragraphs of its items are blocks too.
      ({ node, path }) =>
        isUnder(path, SECTIONS) &&
        (node.type === 'paragraph' || node.type === 'table'),
    )
    .flatMap(({ node }) => linksIn(node, definitions))
    .map(link => {
      const url = resolveLink(link.target, adrUrl);
      return url === undefined ? link : { ...link, url };
    });
}

function linksIn(
  node: Nodes,
  definitions: Map<string, Definition>,
): RelatedLink[] {
  const target = targetOf(node, definitions);
  if (target !== undefined) {
    return [{ title: plainText(node), target, line: lineOf(node) }];
  }
  return 'children' in node
    ? node.children.flatMap(child => linksIn(child, definitions))
    : [];
}

function targetOf(
  node: Nodes,
  definitions: Map<string, Definition>,
): string | undefined {
  if (node.type === 'link') {
    return node.url;
  }
  return node.type === 'linkReference'
    ? definitions.get(node.identifier)?.url
    : undefined;
}
