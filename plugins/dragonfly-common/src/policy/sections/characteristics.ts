import { ProblemLog } from '../problems';
import { readRows } from '../markdown/tableRows';
import { AdrTable, TableShape } from '../markdown/tables';
import { Characteristic, PolicyNote } from '../types';

const SHAPE: TableShape<'aspect' | 'value'> = {
  subject: 'characteristics table',
  key: 'aspect',
  sections: ['characteristics'],
  columns: {
    aspect: { heading: 'Aspect', names: ['aspect'] },
    value: { heading: 'Value', names: ['value'] },
  },
};

/** Reads the table that says how replication behaves. */
export function readCharacteristics(
  tables: AdrTable[],
  log: ProblemLog,
): { characteristics: Characteristic[]; notes: PolicyNote[] } {
  const { rows, notes } = readRows(tables, SHAPE, log);
  return {
    characteristics: rows.map(({ cell, line }) => ({
      aspect: cell('aspect'),
      value: cell('value'),
      line,
    })),
    notes,
  };
}
