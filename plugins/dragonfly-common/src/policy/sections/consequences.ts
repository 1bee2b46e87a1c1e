import { AdrDocument, Block } from '../markdown/document';
import { labelledItems } from '../markdown/lists';
import { ProblemLog } from '../problems';
import { Policy, Sourced } from '../types';

/** Reads what is good and what is bad about the decision; a side that is missing is a warning. */
export function readConsequences(
  document: AdrDocument,
  log: ProblemLog,
): Policy['consequences'] {
  const side = (name: 'positive' | 'negative'): Sourced<string>[] => {
    const items = labelledItems(document, list => isAbout(list, name));
    if (items.length === 0) {
      log.warn({
        subject: `${name} consequences`,
        expected: `a list after "${name}" in a section "Consequences"`,
        remedy: 'Add it, so that readers of the policy see them.',
      });
    }
    return items;
  };
  return { positive: side('positive'), negative: side('negative') };
}

function isAbout({ label, path }: Block, name: string): boolean {
  // A label right above the list speaks for it alone; without one the nearest heading does.
  const spoken = label ?? path.at(-1)?.name;
  return (
    spoken === `${name} consequences` ||
    (spoken === name && path.some(above => above.name === 'consequences'))
  );
}
