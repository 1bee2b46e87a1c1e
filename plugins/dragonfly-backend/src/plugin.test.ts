import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import { apiProblems } from './__testUtils__/apiProblems';
import { cacheEntity } from './__testUtils__/cacheEntity';
import { eventually } from './__testUtils__/eventually';
import { Portal, startPortal } from './__testUtils__/startPortal';

// Nothing listens there: port 1 needs privileges nobody gives away.
const nowhere = { host: '127.0.0.1', port: 1 };
const dragonfly = {
  profiles: { default: { nodes: { region1: nowhere, region2: nowhere } } },
};
const database = {
  ...cacheEntity({ name: 'orders' }),
  spec: { type: 'database', owner: 'identity' },
};
const entities = [
  cacheEntity(),
  cacheEntity({ name: 'flags', annotations: { topology: 'independent' } }),
  database,
];

function permissionsThat(
  allows: (resourceRef: string | undefined) => boolean,
): ReturnType<typeof mockServices.permissions.mock> {
  return mockServices.permissions.mock({
    authorizeConditional: async requests =>
      requests.map(() => ({
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'catalog',
        resourceType: 'catalog-entity',
        conditions: {
          rule: 'IS_ENTITY_OWNER',
          resourceType: 'catalog-entity',
          params: {},
        },
      })),
    authorize: async requests =>
      requests.map(({ resourceRef }) => ({
        result: allows(
          Array.isArray(resourceRef) ? resourceRef[0] : resourceRef,
        )
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
      })),
  });
}

describe('dragonfly plugin', () => {
  let portal: Portal | undefined;

  async function get(path: string, headers: Record<string, string> = {}) {
    if (!portal) {
      throw new Error('The portal does not run.');
    }
    return request(portal.server).get(`/api/dragonfly${path}`).set(headers);
  }

  afterEach(async () => {
    await portal?.stop();
    portal = undefined;
  });

  describe('with everything allowed', () => {
    beforeEach(async () => {
      portal = await startPortal({ entities, dragonfly });
    });

    it('answers the policy it ships with, as the API describes', async () => {
      const { status, body } = await get('/policy');

      expect(status).toBe(200);
      expect(body).toMatchObject({
        revision: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
        source: 'assets/adr/caching-with-dragonfly.md',
        policy: { useCases: expect.arrayContaining([expect.anything()]) },
        settings: { regions: [{ name: 'region1' }, { name: 'region2' }] },
      });
      expect(apiProblems('PolicyDocument', body)).toEqual([]);
    });

    it('answers one cache, as the API describes', async () => {
      const { status, body } = await get('/caches/resource/default/sessions');

      expect(status).toBe(200);
      expect(body).toMatchObject({
        cache: { name: 'sessions', entityRef: 'resource:default/sessions' },
      });
      expect(apiProblems('CacheState', body)).toEqual([]);
    });

    it('takes entity references in any case', async () => {
      const { body } = await get('/caches/Resource/Default/Sessions');

      expect(body).toMatchObject({ cache: { name: 'sessions' } });
    });

    it('answers all caches, or those asked for, as the API describes', async () => {
      const namesOf = (body: { items: Array<{ cache: { name: string } }> }) =>
        body.items.map(item => item.cache.name);

      const all = await get('/caches');
      const two = await get(
        '/caches?entityRef=resource:default/flags&entityRef=resource:default/missing',
      );
      const one = await get('/caches?entityRef=Resource:default/Sessions');

      expect(namesOf(all.body)).toEqual(['flags', 'sessions']);
      expect(namesOf(two.body)).toEqual(['flags']);
      expect(namesOf(one.body)).toEqual(['sessions']);
      expect(apiProblems('CacheList', all.body)).toEqual([]);
    });

    it('says of what declaration is wrong, and to whom', async () => {
      const { body } = await get('/caches');

      expect(body.problems).toMatchObject([
        { code: 'INVALID_ANNOTATION', entityRef: 'resource:default/flags' },
      ]);
    });

    it('answers the same shape once nodes were found dead', async () => {
      await eventually(5_000, async () => {
        const { body } = await get('/caches/resource/default/sessions');

        expect(body).toMatchObject({
          verdict: 'critical',
          nodes: [
            { failure: { kind: 'refused' } },
            { failure: { kind: 'refused' } },
          ],
        });
        expect(apiProblems('CacheState', body)).toEqual([]);
        expect(JSON.stringify(body)).not.toContain(nowhere.host);
      });
    });

    it.each`
      path                                  | status | message
      ${'/caches/resource/default/missing'} | ${404} | ${'Found no entity resource:default/missing.'}
      ${'/caches/resource/default/orders'}  | ${404} | ${'Entity resource:default/orders is no cache; expected kind Resource, spec.type "cache"'}
      ${'/caches?entityRef=sessions'}       | ${400} | ${'pattern'}
      ${'/caches?owner=me'}                 | ${400} | ${'owner'}
    `('answers $status to $path', async ({ path, status, message }) => {
      const response = await get(path);

      expect(response.status).toBe(status);
      expect(response.body.error.message).toContain(message);
      expect(apiProblems('Error', response.body)).toEqual([]);
    });

    it.each(['/policy', '/caches', '/caches/resource/default/sessions'])(
      'answers 401 to %s without credentials',
      async path => {
        const { status } = await get(path, {
          authorization: mockCredentials.none.header(),
        });

        expect(status).toBe(401);
      },
    );

    it('serves its own description', async () => {
      const { body } = await get('/openapi.json');

      expect(Object.keys(body.paths)).toEqual([
        '/api/dragonfly/policy',
        '/api/dragonfly/caches',
        '/api/dragonfly/caches/{kind}/{namespace}/{name}',
        '/api/dragonfly/caches/{kind}/{namespace}/{name}/series',
        '/api/dragonfly/caches/{kind}/{namespace}/{name}/events',
        '/api/dragonfly/caches/{kind}/{namespace}/{name}/maintenance',
      ]);
    });
  });

  it('shows nothing of a cache without the permission', async () => {
    portal = await startPortal({
      entities,
      dragonfly,
      features: [permissionsThat(() => false).factory],
    });

    const one = await get('/caches/resource/default/sessions');
    const all = await get('/caches');

    expect(one.status).toBe(403);
    expect(one.body.error.message).toContain('"dragonfly.cache.read"');
    expect(all.body).toEqual({ items: [], problems: [] });
    expect((await get('/policy')).status).toBe(200);
  });

  it('decides for each cache by itself, with one question for all of them', async () => {
    const permissions = permissionsThat(
      resourceRef => resourceRef === 'resource:default/sessions',
    );
    portal = await startPortal({
      entities,
      dragonfly,
      features: [permissions.factory],
    });

    const { body } = await get('/caches');

    expect(body.items).toMatchObject([{ cache: { name: 'sessions' } }]);
    expect(body.problems).toEqual([]);
    expect(permissions.authorize).toHaveBeenCalledTimes(1);
  });

  it('does not start with a config that is wrong, and says what is', async () => {
    await expect(
      startPortal({
        entities,
        dragonfly: { monitor: { interval: 'soon' } },
      }),
    ).rejects.toThrow('dragonfly.monitor.interval is "soon"');
  });
});
