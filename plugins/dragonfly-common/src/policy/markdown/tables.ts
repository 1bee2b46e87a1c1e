import { Table } from 'mdast';
import { AdrDocument, Heading, isUnder } from './document';
import { nameOf } from './names';
import { ProblemLog } from '../problems';
import { lineOf, plainText } from './text';

/** A table of the ADR, cells as plain text. */
export interface AdrTable {
  columns: { name: string; heading: string }[];
  rows: { cells: string[]; line: number }[];
  line: number;
  path: Heading[];
}

/** How one of the policy's tables is recognised: by its columns first, by the name of its section second. */
export interface TableShape<C extends string> {
  /** `use-case table` */
  subject: string;
  /** Names of the section the ADR has the table in. */
  sections: readonly string[];
  /** The columns the policy gives a meaning to: the heading as the ADR writes it, and the names it goes by. */
  columns: Record<C, { heading: string; names: readonly string[] }>;
  /** The column that names a row and must not be empty. */
  key: C;
}

/** All tables in document order. */
export function tablesOf(document: AdrDocument): AdrTable[] {
  return document.blocks.flatMap(({ node, path }) =>
    node.type === 'table' ? [tableOf(node, path)] : [],
  );
}

/** The tables of a shape, and those that have its columns in other places and are left alone. */
export function selectTables<C extends string>(
  tables: AdrTable[],
  shape: TableShape<C>,
  log: ProblemLog,
): { selected: AdrTable[]; ignored: AdrTable[] } {
  const count = columnKeys(shape).length;
  const matches = (table: AdrTable) =>
    columnKeys(shape).filter(key => positionsOf(table, shape, key).length > 0)
      .length;
  const inSection = (table: AdrTable) => isUnder(table.path, shape.sections);

  const complete = tables.filter(table => matches(table) === count);
  const placed = complete.filter(inSection);
  if (placed.length > 0) {
    return {
      selected: placed,
      ignored: complete.filter(table => !placed.includes(table)),
    };
  }
  if (complete.length > 0) {
    return { selected: complete, ignored: [] };
  }
  // Nothing fits: the table that was meant is found, so that the missing column can be named.
  const meant =
    tables.find(table => inSection(table) && matches(table) > 0) ??
    tables.find(table => matches(table) > 1) ??
    tables.find(inSection);
  if (meant) {
    reportMissingColumns(meant, shape, log);
  } else {
    log.missing({
      subject: shape.subject,
      expected: `a table with the columns ${columnList(shape)}`,
      remedy: `Add it, for example in a section "${shape.sections[0]}".`,
    });
  }
  return { selected: [], ignored: [] };
}

/** Positions of a column of the shape, more than one when its heading is repeated. */
export function positionsOf<C extends string>(
  table: AdrTable,
  shape: TableShape<C>,
  key: C,
): number[] {
  return table.columns.flatMap(({ name }, index) =>
    shape.columns[key].names.includes(name) ? [index] : [],
  );
}

/** Keys of the shape's columns. */
export function columnKeys<C extends string>(shape: TableShape<C>): C[] {
  const keys: C[] = [];
  for (const key in shape.columns) {
    if (Object.hasOwn(shape.columns, key)) {
      keys.push(key);
    }
  }
  return keys;
}

function tableOf(node: Table, path: Heading[]): AdrTable {
  const [head, ...body] = node.children;
  return {
    columns: head.children.map(cell => {
      const heading = plainText(cell);
      return { name: nameOf(heading), heading };
    }),
    rows: body.map(row => ({
      cells: row.children.map(plainText),
      line: lineOf(row),
    })),
    line: lineOf(node),
    path,
  };
}

function reportMissingColumns<C extends string>(
  table: AdrTable,
  shape: TableShape<C>,
  log: ProblemLog,
): void {
  const present = table.columns.map(({ heading }) => `"${heading}"`).join(', ');
  for (const key of columnKeys(shape)) {
    if (positionsOf(table, shape, key).length === 0) {
      const { heading } = shape.columns[key];
      log.missing({
        subject: `${shape.subject}, column "${heading}"`,
        line: table.line,
        expected: `a column "${heading}" beside ${present}`,
        remedy: 'Add the column or give it this heading.',
      });
    }
  }
}

function columnList<C extends string>(shape: TableShape<C>): string {
  return columnKeys(shape)
    .map(key => `"${shape.columns[key].heading}"`)
    .join(', ');
}
