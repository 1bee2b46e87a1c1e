import { DURATION_FORMS, parseDuration } from '../durations';
import { slugOf } from '../markdown/names';
import { ProblemLog } from '../problems';
import { PolicyRow, readRows } from '../markdown/tableRows';
import { AdrTable, TableShape } from '../markdown/tables';
import { DisasterRecovery, Eviction, PolicyNote, UseCase } from '../types';

type Column = 'title' | 'ttl' | 'eviction' | 'disasterRecovery';

const SHAPE: TableShape<Column> = {
  subject: 'use-case table',
  key: 'title',
  sections: ['use cases', 'use case'],
  columns: {
    title: { heading: 'Use Case', names: ['use case', 'use cases', 'usecase'] },
    ttl: { heading: 'TTL', names: ['ttl', 'time to live'] },
    eviction: { heading: 'Eviction', names: ['eviction', 'eviction policy'] },
    disasterRecovery: {
      heading: 'DR Needed',
      names: ['dr needed', 'dr', 'dr required', 'disaster recovery'],
    },
  },
};

const EVICTIONS = new Map<string, Eviction>([
  ['lru', 'lru'],
  ['fixed', 'fixed'],
]);

const DISASTER_RECOVERY = new Map<string, DisasterRecovery>([
  ['yes', 'required'],
  ['no', 'local'],
  ['no (local)', 'local'],
  ['optional', 'optional'],
]);

/** An id is used as the value of an annotation that has to be a DNS label. */
const LONGEST_ID = 63;

/** Reads the use-case table. Rows with errors are left out, so that they are reported once. */
export function readUseCases(
  tables: AdrTable[],
  log: ProblemLog,
): { useCases: UseCase[]; notes: PolicyNote[] } {
  const { rows, notes, ignored } = readRows(tables, SHAPE, log);
  for (const table of ignored) {
    log.warn({
      subject: 'second use-case table',
      line: table.line,
      found: table.path.at(-1)?.text ?? '',
      expected: `use cases in the section "Use Cases" only, since the ADR has one`,
      remedy: 'Move its rows there, or leave it as it is: it is not read.',
    });
  }
  reportDuplicates(rows, log);
  return { useCases: rows.flatMap(row => readUseCase(row, log) ?? []), notes };
}

function readUseCase(
  row: PolicyRow<Column>,
  log: ProblemLog,
): UseCase | undefined {
  const title = row.cell('title');
  const id = slugOf(title);
  const wrong = (column: Column, expected: string, remedy: string) =>
    log.wrong({
      subject: `${SHAPE.subject}, row "${title}", column "${SHAPE.columns[column].heading}"`,
      line: row.line,
      found: row.cell(column),
      expected,
      remedy,
    });

  // An empty title has been reported with the other empty cells that name a row.
  if (title !== '' && (id === '' || id.length > LONGEST_ID)) {
    wrong(
      'title',
      `a name with letters or digits that makes an id of at most ${LONGEST_ID} characters`,
      'Name the use case, for example "Session cache".',
    );
  }
  const seconds = parseDuration(row.cell('ttl'));
  if (seconds === undefined) {
    wrong('ttl', DURATION_FORMS, 'Write the TTL in one of these forms.');
  }
  const eviction = wordIn(EVICTIONS, row.cell('eviction'));
  if (!eviction) {
    wrong('eviction', '"LRU" or "Fixed"', 'Write one of these words.');
  }
  const disasterRecovery = wordIn(
    DISASTER_RECOVERY,
    row.cell('disasterRecovery'),
  );
  if (!disasterRecovery) {
    wrong(
      'disasterRecovery',
      '"Yes", "No", "No (local)" or "Optional"',
      'Write one of these words.',
    );
  }
  return seconds && eviction && disasterRecovery && id
    ? {
        id,
        title,
        ttl: { seconds, text: row.cell('ttl') },
        eviction,
        disasterRecovery,
        otherColumns: row.others,
        line: row.line,
      }
    : undefined;
}

function wordIn<T>(words: Map<string, T>, written: string): T | undefined {
  return words.get(written.toLowerCase());
}

function reportDuplicates(rows: PolicyRow<Column>[], log: ProblemLog): void {
  const first = new Map<string, PolicyRow<Column>>();
  for (const row of rows) {
    const title = row.cell('title');
    const id = slugOf(title);
    const earlier = first.get(id);
    if (earlier && id !== '') {
      log.wrong({
        subject: `${SHAPE.subject}, row "${title}", column "Use Case"`,
        line: row.line,
        found: title,
        expected: `an id that no other row has; "${id}" is the one of line ${earlier.line}`,
        remedy: 'Rename or remove one of the two rows.',
      });
    } else {
      first.set(id, row);
    }
  }
}
