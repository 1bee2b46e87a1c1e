import { Alias, Document, visit } from 'yaml';

/** What each alias stands for: the last node with its anchor before it. One pass, since texts may have many. */
export function anchoredIn(document: Document.Parsed): Map<Alias, unknown> {
  const anchors = new Map<string, unknown>();
  const anchored = new Map<Alias, unknown>();
  visit(document, {
    Alias: (_, alias) => {
      anchored.set(alias, anchors.get(alias.source));
    },
    Value: (_, node) => {
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  return anchored;
}
