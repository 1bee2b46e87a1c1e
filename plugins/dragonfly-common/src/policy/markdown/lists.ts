import { List } from 'mdast';
import { AdrDocument, Block } from './document';
import { lineOf, plainText } from './text';
import { Sourced } from '../types';

/** Items of all lists that are in the wanted place; a nested item is an item of its own. */
export function labelledItems(
  { blocks }: AdrDocument,
  isWanted: (list: Block) => boolean,
): Sourced<string>[] {
  return blocks.flatMap(block =>
    block.node.type === 'list' && isWanted(block) ? itemsOf(block.node) : [],
  );
}

function itemsOf(list: List): Sourced<string>[] {
  return list.children.flatMap(item =>
    item.children.flatMap(child => {
      if (child.type === 'list') {
        return itemsOf(child);
      }
      return child.type === 'paragraph'
        ? [{ value: plainText(child), line: lineOf(child) }]
        : [];
    }),
  );
}
