import { Document, isMap, isPair, visit } from 'yaml';

/** Whether a map is what YAML makes of an unquoted `{{ ... }}`: a map whose key is a map. */
export function hasPlaceholder(document: Document.Parsed): boolean {
  let found = false;
  visit(document, {
    Pair: (_, pair) => {
      if (isPair(pair) && isMap(pair.key)) {
        found = true;
        return visit.BREAK;
      }
      return undefined;
    },
  });
  return found;
}
