import { mockServices } from '@backstage/backend-test-utils';
import {
  DEFAULT_RETENTION,
  Maintenance,
} from 'backstage-plugin-dragonfly-common';
import { TestDatabases } from '../__testUtils__/testDatabases';
import { Database } from '../database';
import { History } from '../history';
import { MaintenanceReader } from './MaintenanceReader';
import { Maintenances } from './Maintenances';

jest.setTimeout(60_000);

const START = Date.parse('2026-11-24T12:00:00.000Z');
const HOUR = 3_600_000;
const ENTITY_REF = 'resource:default/sessions';

function maintenance(overrides: Partial<Maintenance> = {}): Maintenance {
  return {
    entityRef: ENTITY_REF,
    startedAt: new Date(START).toISOString(),
    until: new Date(START + HOUR).toISOString(),
    startedBy: 'user:default/alice',
    ...overrides,
  };
}

function maintenancesOn(database: Database) {
  const logger = mockServices.logger.mock();
  const history = History.create({
    database,
    logger,
    retention: () => DEFAULT_RETENTION,
  });
  const reader = MaintenanceReader.create({ database, logger });
  return {
    history,
    maintenances: Maintenances.create({ database, history, reader, logger }),
  };
}

describe('Maintenances', () => {
  const databases = TestDatabases.of('SQLite');

  async function setUp() {
    const { history, maintenances } = maintenancesOn(
      Database.create({
        database: mockServices.database({ knex: await databases.create() }),
      }),
    );
    const ends = async () => {
      const { items } = await history.events({
        entityRef: ENTITY_REF,
        limit: 10,
      });
      return items.filter(({ kind }) => kind === 'maintenance-ended');
    };
    return { maintenances, ends };
  }

  afterAll(() => databases.stop());

  const over = {
    id: expect.any(String),
    at: maintenance().until,
    kind: 'maintenance-ended',
    region: undefined,
    message:
      'The maintenance that user:default/alice had declared until 2026-11-24T13:00:00.000Z is over.',
    details: { startedBy: 'user:default/alice', until: maintenance().until },
  };

  it('records once that the time is over, as of that time', async () => {
    const { maintenances, ends } = await setUp();
    await maintenances.start(maintenance());
    await maintenances.recordOver(START + HOUR - 1);
    expect(await ends()).toEqual([]);
    await maintenances.recordOver(START + HOUR + 40_000);
    await maintenances.recordOver(START + HOUR + 100_000);
    expect(await ends()).toEqual([over]);
  });

  it('records the end of what was over before the next one begins', async () => {
    const { maintenances, ends } = await setUp();
    await maintenances.start(maintenance());
    await maintenances.start(
      maintenance({
        startedAt: new Date(START + 2 * HOUR).toISOString(),
        until: new Date(START + 3 * HOUR).toISOString(),
      }),
    );
    expect(await ends()).toEqual([over]);
  });

  it('says without detail that the database fails', async () => {
    const { maintenances } = maintenancesOn(
      Database.create({
        database: mockServices.database.mock({
          getClient: async () => {
            throw new Error('no database at db.example.com');
          },
        }),
      }),
    );
    await expect(maintenances.start(maintenance())).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message:
        'The maintenance cannot be kept now, because the portal’s database fails; try again in a minute.',
    });
  });
});
