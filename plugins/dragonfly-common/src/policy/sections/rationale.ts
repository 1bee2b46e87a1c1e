import { AdrDocument } from '../markdown/document';
import { labelledItems } from '../markdown/lists';
import { nameOf } from '../markdown/names';
import { ProblemLog } from '../problems';
import { PolicyRow, readRows } from '../markdown/tableRows';
import { AdrTable, TableShape } from '../markdown/tables';
import { Policy, PolicyNote, RationaleOption } from '../types';

const SHAPE: TableShape<'option'> = {
  subject: 'rationale table',
  key: 'option',
  sections: ['rationale', 'considered options', 'alternatives'],
  columns: {
    option: { heading: 'Option', names: ['option', 'options', 'alternative'] },
  },
};

const FACTORS = [
  'key decision factors',
  'decision factors',
  'decision drivers',
];
const SELECTED = ['selected', 'chosen'];

/** Reads the compared options and the factors that decided. */
export function readRationale(
  document: AdrDocument,
  tables: AdrTable[],
  log: ProblemLog,
): { rationale: Policy['rationale']; notes: PolicyNote[] } {
  const { rows, notes } = readRows(tables, SHAPE, log);
  return {
    rationale: {
      options: rows.map(optionOf),
      factors: labelledItems(
        document,
        ({ label, path }) =>
          FACTORS.includes(label ?? '') ||
          FACTORS.includes(path.at(-1)?.name ?? ''),
      ),
    },
    notes,
  };
}

function optionOf(row: PolicyRow<'option'>): RationaleOption {
  return {
    name: row.cell('option'),
    selected: [...row.extra, ...Object.values(row.others)].some(cell =>
      SELECTED.includes(nameOf(cell)),
    ),
    cells: row.others,
    extraCells: row.extra,
    line: row.line,
  };
}
