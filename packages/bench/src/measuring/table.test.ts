import { renderTable } from './table';

it('aligns texts to the left and numbers to the right', () => {
  expect(
    renderTable(
      ['engine', 'p99 ms'],
      [
        ['SQLite', 7],
        ['Postgres', 12.5],
      ],
    ),
  ).toBe('engine    p99 ms\nSQLite         7\nPostgres    12.5\n');
});
