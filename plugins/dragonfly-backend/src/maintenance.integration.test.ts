import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import permissionPlugin from '@backstage/plugin-permission-backend';
import {
  AuthorizeResult,
  isPermission,
} from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
import {
  dragonflyCacheMaintainPermission,
  dragonflyCacheReadPermission,
} from 'backstage-plugin-dragonfly-common';
import catalogModuleDragonfly from 'backstage-plugin-catalog-backend-module-dragonfly';
import request from 'supertest';
import {
  actingAuthFeatures,
  catalogWith,
  ownersOnly,
  policyOf,
} from 'test-portal';
import { apiProblems } from './__testUtils__/apiProblems';
import { cacheEntity } from './__testUtils__/cacheEntity';
import { eventually } from './__testUtils__/eventually';
import { regions } from './__testUtils__/regions';
import { dragonflyPlugin } from './plugin';

jest.setTimeout(60_000);

const ALICE = 'user:default/alice';
const BOB = 'user:default/bob';
const CAROL = 'user:default/carol';
const SESSIONS = '/caches/resource/default/sessions';
const URL = `/api/dragonfly${SESSIONS}/maintenance`;
const FLAGS = '/caches/resource/default/flags';

/** Everybody but Carol sees the state of all caches; declaring a maintenance is for those who own them. */
const ownersMaintain = policyOf(async ({ permission }, user) => {
  if (isPermission(permission, dragonflyCacheReadPermission)) {
    return user?.info.userEntityRef === CAROL
      ? { result: AuthorizeResult.DENY }
      : { result: AuthorizeResult.ALLOW };
  }
  return ownersOnly(dragonflyCacheMaintainPermission, permission, user);
});

/** What is in the audit log of maintenances. */
interface Audited {
  request: string;
  meta?: JsonObject;
  outcome: string;
}

const refusedInput: Audited = {
  request: `PUT ${URL}`,
  meta: { queryType: 'start', entityRef: 'resource:default/sessions' },
  outcome: 'InputError',
};

describe('declaring the maintenance of a cache', () => {
  let backend: TestBackend;
  let audited: Audited[];

  const auditor = mockServices.auditor.mock({
    createEvent: async ({ eventId, meta, request: of }) => {
      const add = (outcome: string) => {
        if (eventId === 'maintenance') {
          audited.push({
            request: `${of?.method} ${of?.originalUrl}`,
            meta,
            outcome,
          });
        }
      };
      return {
        success: async () => add('success'),
        fail: async ({ error }) => add(error.name),
      };
    },
  });

  const as = (user: string) => ({
    get: (path: string) =>
      request(backend.server)
        .get(`/api/dragonfly${path}`)
        .set('authorization', mockCredentials.user.header(user)),
    put: (path: string, body: JsonObject) =>
      request(backend.server)
        .put(`/api/dragonfly${path}/maintenance`)
        .set('authorization', mockCredentials.user.header(user))
        .send(body),
    delete: (path: string) =>
      request(backend.server)
        .delete(`/api/dragonfly${path}/maintenance`)
        .set('authorization', mockCredentials.user.header(user)),
  });

  /** The events of maintenances of a cache, oldest first. */
  async function eventsOf(path: string) {
    const { body } = await as(ALICE).get(`${path}/events`);
    expect(apiProblems('EventPage', body)).toEqual([]);
    const items: { kind: string; message: string; details: JsonObject }[] =
      body.items;
    return items
      .filter(({ kind }) => kind.startsWith('maintenance-'))
      .map(({ kind, message, details }) => ({ kind, message, details }))
      .reverse();
  }

  async function untilWatched() {
    await eventually(15_000, async () => {
      const { body } = await as(ALICE).get('/caches');
      expect(body.items).toHaveLength(2);
    });
  }

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        dragonflyPlugin,
        catalogPlugin,
        catalogModuleDragonfly,
        catalogWith([
          cacheEntity({ name: 'sessions', owner: ALICE }),
          cacheEntity({ name: 'flags', owner: BOB }),
        ]),
        permissionPlugin,
        ownersMaintain,
        permissionsServiceFactory,
        auditor.factory,
        ...actingAuthFeatures,
        mockServices.rootConfig.factory({
          data: {
            permission: { enabled: true },
            dragonfly: {
              regions,
              inventory: { refreshInterval: { milliseconds: 100 } },
            },
          },
        }),
      ],
    });
    await untilWatched();
  });
  beforeEach(() => {
    audited = [];
  });
  afterEach(async () => {
    await as(ALICE).delete(SESSIONS);
    await as(BOB).delete(FLAGS);
  });
  afterAll(() => backend.stop());

  it('is for its owners, and is shown, recorded and audited', async () => {
    const earlier = await eventsOf(SESSIONS);
    const before = Date.now();
    const started = await as(ALICE).put(SESSIONS, {
      minutes: 30,
      note: ' moves to region2 ',
    });
    expect(started.status).toBe(200);
    expect(started.body).toEqual({
      entityRef: 'resource:default/sessions',
      startedAt: expect.any(String),
      until: expect.any(String),
      startedBy: ALICE,
      note: 'moves to region2',
    });
    expect(apiProblems('Maintenance', started.body)).toEqual([]);
    const startedAt = Date.parse(started.body.startedAt);
    const { until } = started.body;
    expect(startedAt).toBeGreaterThanOrEqual(before);
    expect(Date.parse(until) - startedAt).toBe(30 * 60_000);

    const one = await as(BOB).get(SESSIONS);
    expect(one.body.maintenance).toEqual(started.body);
    expect(apiProblems('CacheState', one.body)).toEqual([]);
    const { body: list } = await as(BOB).get('/caches');
    expect(apiProblems('CacheList', list)).toEqual([]);
    expect(
      list.items.map(({ maintenance }: JsonObject) => maintenance),
    ).toEqual([undefined, started.body]);

    expect((await as(ALICE).delete(SESSIONS)).status).toBe(204);
    expect((await as(BOB).get(SESSIONS)).body).not.toHaveProperty(
      'maintenance',
    );
    expect((await eventsOf(SESSIONS)).slice(earlier.length)).toEqual([
      {
        kind: 'maintenance-started',
        message: `${ALICE} has declared a maintenance until ${until}: moves to region2`,
        details: { startedBy: ALICE, until },
      },
      {
        kind: 'maintenance-ended',
        message: `${ALICE} has ended the maintenance that ${ALICE} had declared until ${until}.`,
        details: { startedBy: ALICE, endedBy: ALICE, until },
      },
    ]);
    const entityRef = 'resource:default/sessions';
    expect(audited).toEqual([
      {
        request: `PUT ${URL}`,
        meta: { queryType: 'start', entityRef, until, minutes: 30 },
        outcome: 'success',
      },
      {
        request: `DELETE ${URL}`,
        meta: { queryType: 'end', entityRef },
        outcome: 'success',
      },
    ]);
  });

  it('may be repeated: the last one counts, and ending none is no error', async () => {
    const earlier = await eventsOf(SESSIONS);
    await as(ALICE).put(SESSIONS, { minutes: 30, note: 'moves to region2' });
    const last = await as(ALICE).put(SESSIONS, { minutes: 10 });
    expect(last.body).not.toHaveProperty('note');
    expect((await as(ALICE).get(SESSIONS)).body.maintenance).toEqual(last.body);

    expect((await as(ALICE).delete(SESSIONS)).status).toBe(204);
    expect((await as(ALICE).delete(SESSIONS)).status).toBe(204);
    const events = (await eventsOf(SESSIONS)).slice(earlier.length);
    expect(events.map(({ kind }) => kind)).toEqual([
      'maintenance-started',
      'maintenance-started',
      'maintenance-ended',
    ]);
  });

  it('is refused to others, which is audited and changes nothing', async () => {
    const own = await as(BOB).put(FLAGS, { minutes: 5 });
    const refusals = [
      await as(ALICE).put(FLAGS, { minutes: 60 }),
      await as(ALICE).delete(FLAGS),
      await as(CAROL).put(FLAGS, { minutes: 60 }),
      await as(ALICE).put('/caches/resource/default/missing', { minutes: 60 }),
    ];
    expect(
      refusals.map(({ status, body }) => [status, body.error.message]),
    ).toEqual([
      [403, expect.stringContaining('"dragonfly.cache.maintain" on')],
      [403, expect.stringContaining('"dragonfly.cache.maintain" on')],
      [403, expect.stringContaining('"dragonfly.cache.read" on')],
      [404, 'Found no entity resource:default/missing.'],
    ]);
    expect((await as(ALICE).get(FLAGS)).body.maintenance).toEqual(own.body);
    expect(audited.map(({ outcome }) => outcome)).toEqual([
      'success',
      'NotAllowedError',
      'NotAllowedError',
      'NotAllowedError',
      'NotFoundError',
    ]);
    expect(audited[1]).toMatchObject({
      meta: { entityRef: 'resource:default/flags', minutes: 60 },
    });
  });

  it('is refused to services, and to whoever says not who they are', async () => {
    const service = await request(backend.server)
      .put(URL)
      .set('authorization', mockCredentials.service.header())
      .send({ minutes: 60 });
    expect(service.status).toBe(403);
    expect(service.body.error.message).toContain('send the token of a user');
    const nobody = await request(backend.server).put(URL).send({ minutes: 60 });
    expect(nobody.status).toBe(401);

    expect((await as(ALICE).get(SESSIONS)).body).not.toHaveProperty(
      'maintenance',
    );
    expect(audited).toMatchObject([{ outcome: 'NotAllowedError' }]);
  });

  it.each`
    found                 | body                            | message
    ${'too many minutes'} | ${{ minutes: 481 }}             | ${'Field "minutes" is 481; expected a whole number from 1 to 480.'}
    ${'minutes as text'}  | ${{ minutes: '60' }}            | ${'Field "minutes" is "60"; expected a whole number from 1 to 480.'}
    ${'two fields wrong'} | ${{ note: 'a\nb', minutes: 0 }} | ${'Field "note" is "a\\nb"; expected one line'}
    ${'an unknown field'} | ${{ minuets: 5 }}               | ${'Field "minuets" is not known; expected only "minutes" and "note".'}
    ${'a list'}           | ${[]}                           | ${'The maintenance is []; expected an object'}
    ${'more than 4 kB'}   | ${{ note: 'x'.repeat(5_000) }}  | ${'The body is larger than 4 kB. Send for example'}
  `('answers 400 to $found, and audits it', async ({ body, message }) => {
    const response = await as(ALICE).put(SESSIONS, body);
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain(message);
    expect(audited).toEqual([refusedInput]);
  });

  it.each([
    ['text/plain', 'a', 'The body is of type "text/plain"; expected'],
    ['application/json', '{"minutes": 5', 'cannot be read as JSON: '],
    [
      'application/x-www-form-urlencoded',
      'minutes=5',
      'The body is of type "application/x-www-form-urlencoded"',
    ],
    ['application/json', '', 'The request has no body. Send for example'],
  ])('answers 400 to %s "%s", and audits it', async (type, text, message) => {
    const response = await request(backend.server)
      .put(URL)
      .set('authorization', mockCredentials.user.header(ALICE))
      .set('content-type', type)
      .send(text);

    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain(message);
    expect(audited).toEqual([refusedInput]);
    expect((await as(ALICE).get(SESSIONS)).body).not.toHaveProperty(
      'maintenance',
    );
  });
});
