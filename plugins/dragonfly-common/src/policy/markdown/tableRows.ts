import { ProblemLog } from '../problems';
import {
  AdrTable,
  columnKeys,
  positionsOf,
  selectTables,
  TableShape,
} from './tables';
import { PolicyNote } from '../types';

/** A row of one of the policy's tables. */
export interface PolicyRow<C extends string> {
  /** Text of the cell under a column of the shape; empty when the row ends before it. */
  cell(column: C): string;
  /** Cells under the other columns, by heading. */
  others: Record<string, string>;
  /** Cells beyond the last heading. */
  extra: string[];
  line: number;
}

/** What {@link readRows} found. */
export interface PolicyRows<C extends string> {
  rows: PolicyRow<C>[];
  /** One note for each row with too many or too few cells. */
  notes: PolicyNote[];
  /** Tables with the same columns elsewhere in the ADR, which were not read. */
  ignored: AdrTable[];
}

/** Reads all rows of the tables of a shape; what is missing is reported. */
export function readRows<C extends string>(
  tables: AdrTable[],
  shape: TableShape<C>,
  log: ProblemLog,
): PolicyRows<C> {
  const { selected, ignored } = selectTables(tables, shape, log);
  for (const table of selected) {
    reportRepeatedColumns(table, shape, log);
  }
  if (selected.length > 0 && selected.every(({ rows }) => rows.length === 0)) {
    log.missing({
      subject: `${shape.subject}, rows`,
      line: selected[0].line,
      expected: 'at least one row',
      remedy: 'Add a row under the headings.',
    });
  }
  const rows = selected.flatMap(table => rowsOf(table, shape));
  for (const row of rows.filter(({ cell }) => cell(shape.key) === '')) {
    log.wrong({
      subject: `${shape.subject}, column "${shape.columns[shape.key].heading}"`,
      line: row.line,
      found: '',
      expected: 'a name for the row',
      remedy: 'Fill the cell or remove the row.',
    });
  }
  return {
    rows,
    notes: selected.flatMap(table => raggedRowsOf(table, shape.subject)),
    ignored,
  };
}

function rowsOf<C extends string>(
  table: AdrTable,
  shape: TableShape<C>,
): PolicyRow<C>[] {
  const positions = new Map<C, number>();
  for (const key of columnKeys(shape)) {
    positions.set(key, positionsOf(table, shape, key)[0]);
  }
  const known = new Set(positions.values());
  const headings = distinctHeadings(table);
  return table.rows.map(({ cells, line }) => ({
    cell: column => cells[positions.get(column) ?? -1] ?? '',
    // fromEntries, since a heading may be called "__proto__".
    others: Object.fromEntries(
      headings
        .map((heading, index) => ({ heading, index }))
        .filter(({ index }) => !known.has(index))
        .map(({ heading, index }) => [heading, cells[index] ?? '']),
    ),
    extra: cells.slice(table.columns.length),
    line,
  }));
}

/** Headings that can serve as keys: an empty one is named by its position, a repeated one is numbered. */
function distinctHeadings(table: AdrTable): string[] {
  const taken = new Set<string>();
  return table.columns.map(({ heading }, index) => {
    const wanted = heading || `Column ${index + 1}`;
    let key = wanted;
    for (let number = 2; taken.has(key); number += 1) {
      key = `${wanted} (${number})`;
    }
    taken.add(key);
    return key;
  });
}

function raggedRowsOf(table: AdrTable, subject: string): PolicyNote[] {
  const expected = table.columns.length;
  return table.rows
    .filter(({ cells }) => cells.length !== expected)
    .map(({ cells, line }) => ({
      code: 'RAGGED_ROW',
      message: `The row in line ${line} of the ${subject} has ${cells.length} cells under ${expected} headings (line ${table.line}).`,
      lines: [table.line, line],
    }));
}

function reportRepeatedColumns<C extends string>(
  table: AdrTable,
  shape: TableShape<C>,
  log: ProblemLog,
): void {
  for (const key of columnKeys(shape)) {
    const positions = positionsOf(table, shape, key);
    if (positions.length > 1) {
      log.wrong({
        subject: `${shape.subject}, column "${shape.columns[key].heading}"`,
        line: table.line,
        found: positions.map(index => table.columns[index].heading).join(' | '),
        expected: 'one such column',
        remedy: 'Remove or rename the others.',
      });
    }
  }
}
