import { code, plain } from '../../manifests/readme/markdown';
import { Deviation } from '../../manifests/types';
import { problemOf, Rule } from '../rule';

const README = 'README.md';
const HEADING = '## Differences from the ADR';

interface Row {
  text: string;
  line: number;
}

/** The rows of the README's table of deviations, with their lines. */
function rowsOf(readme: string): Row[] {
  const lines = readme.split('\n');
  const start = lines.indexOf(HEADING);
  if (start < 0) return [];
  const next = lines.findIndex(
    (line, index) => index > start && line.startsWith('## '),
  );
  return lines
    .map((text, index) => ({ text, line: index + 1 }))
    .slice(start, next < 0 ? undefined : next)
    .filter(({ text }) => text.startsWith('| `'));
}

function rowOf({ id, adr, generated, reason }: Deviation): string {
  const cells = [
    code(id),
    adr ? code(adr.text) : 'silent',
    adr ? String(adr.line) : '',
    plain(generated),
    plain(reason),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** The README lists every deviation, as it is, and no other. */
export const deviationsListed: Rule = {
  id: 'deviations-listed',
  severity: 'error',
  why: 'The reader of the README trusts that nothing else differs from the ADR.',
  check: ({ manifests, set }) => {
    const rows = rowsOf(set.textOf(README) ?? '');
    const listed = new Set(rows.map(({ text }) => text));
    const expected = new Map(
      manifests.deviations.map(deviation => [rowOf(deviation), deviation]),
    );
    const missing = [...expected].filter(([text]) => !listed.has(text));
    return [
      ...missing.map(([, { id, adr }]) =>
        problemOf(
          README,
          `The deviation "${id}" is not listed, or not as it is.`,
          `List it under "${HEADING.slice(3)}".`,
          { adrLine: adr?.line },
        ),
      ),
      ...rows
        .filter(({ text }) => !expected.has(text))
        .map(({ text, line }) =>
          problemOf(
            README,
            `The list has ${text.split(' | ')[0].slice(2)}, which is no deviation of these files, or not in these words.`,
            'Remove the row or correct it.',
            { line },
          ),
        ),
    ];
  },
};
