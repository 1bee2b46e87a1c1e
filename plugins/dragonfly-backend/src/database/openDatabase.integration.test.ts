import { ENGINES, TestDatabases } from '../__testUtils__/testDatabases';
import { openDatabase } from './openDatabase';

describe.each(ENGINES)('the database on %s', engine => {
  const databases = TestDatabases.of(engine);

  afterAll(() => databases.stop());

  it('has its tables, and is opened again with them', async () => {
    const knex = await databases.create();

    await openDatabase({ getClient: async () => knex });
    await openDatabase({ getClient: async () => knex });

    await expect(knex('history_ticks').select()).resolves.toEqual([]);
  });
});

describe('the database on SQLite', () => {
  const databases = TestDatabases.of('SQLite');

  afterAll(() => databases.stop());

  it('waits for no disk at a commit', async () => {
    const knex = await databases.create();

    await openDatabase({ getClient: async () => knex });

    await expect(knex.raw('PRAGMA journal_mode')).resolves.toEqual([
      { journal_mode: 'wal' },
    ]);
    await expect(knex.raw('PRAGMA synchronous')).resolves.toEqual([
      { synchronous: 1 },
    ]);
  });
});
