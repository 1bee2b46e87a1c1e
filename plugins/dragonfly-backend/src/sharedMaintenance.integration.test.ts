import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import request from 'supertest';
import { cacheEntity } from './__testUtils__/cacheEntity';
import { eventually } from './__testUtils__/eventually';
import { quickMonitor } from './__testUtils__/quickMonitor';
import { Portal, startPortal } from './__testUtils__/startPortal';
import { ENGINES, TestDatabases } from './__testUtils__/testDatabases';

jest.setTimeout(60_000);

const ALICE = 'user:default/alice';

describe.each(ENGINES)('a maintenance, in %s of two instances', engine => {
  const databases = TestDatabases.of(engine);
  let knex: Knex;
  let portals: Portal[] = [];

  const start = () =>
    startPortal({
      entities: [cacheEntity()],
      dragonfly: { monitor: quickMonitor },
      features: [
        mockServices.database.mock({ getClient: async () => knex }).factory,
      ],
    });

  beforeEach(async () => {
    knex = await databases.create();
    portals = [await start(), await start()];
  });
  afterEach(async () => {
    await Promise.all(portals.map(portal => portal.stop()));
  });
  afterAll(() => databases.stop());

  it('is seen by the other one until any of them ends it', async () => {
    const [first, second] = portals;
    const url = '/api/dragonfly/caches/resource/default/sessions/maintenance';
    const authorization = mockCredentials.user.header(ALICE);

    for (const portal of portals) {
      await eventually(15_000, () => portal.stateOf('sessions'));
    }

    const { body: maintenance } = await request(first.server)
      .put(url)
      .set('authorization', authorization)
      .send({ minutes: 1 });
    expect(maintenance).toMatchObject({ startedBy: ALICE });
    await eventually(5_000, async () => {
      expect((await second.stateOf('sessions')).maintenance).toEqual(
        maintenance,
      );
    });

    await request(second.server)
      .delete(url)
      .set('authorization', authorization)
      .expect(204);
    await eventually(5_000, async () => {
      expect(await first.stateOf('sessions')).not.toHaveProperty('maintenance');
    });
  });
});
