import { DragonflyClient } from './DragonflyClient';

const requests: Array<{
  url: string;
  authorization: string | null;
  sent?: { method: string; type: string | null; body?: unknown };
}> = [];

function clientAnswering(response: () => Response) {
  return new DragonflyClient({
    discoveryApi: {
      getBaseUrl: async pluginId => `http://portal/api/${pluginId}`,
    },
    fetchApi: {
      fetch: async (input, init) => {
        const headers = new Headers(init?.headers);
        requests.push({
          url: String(input),
          authorization: headers.get('authorization'),
          sent: init?.method
            ? {
                method: init.method,
                type: headers.get('content-type'),
                body: init.body ?? undefined,
              }
            : undefined,
        });
        return response();
      },
    },
  });
}

describe('DragonflyClient', () => {
  beforeEach(() => {
    requests.length = 0;
  });

  it('asks for the policy with the token it was given', async () => {
    const client = clientAnswering(() =>
      Response.json({ revision: 'sha256:1' }),
    );

    await expect(client.getPolicy({ token: 'abc' })).resolves.toEqual({
      revision: 'sha256:1',
    });

    expect(requests).toEqual([
      {
        url: 'http://portal/api/dragonfly/policy',
        authorization: 'Bearer abc',
      },
    ]);
  });

  it('repeats entityRef for every cache asked for and sends none to get all', async () => {
    const client = clientAnswering(() =>
      Response.json({ items: [], problems: [] }),
    );

    await client.getCaches({
      entityRefs: ['resource:default/sessions', 'resource:default/flags'],
    });
    await client.getCaches({ entityRefs: [] });
    await client.getCaches();

    expect(requests.map(request => request.url)).toEqual([
      'http://portal/api/dragonfly/caches?entityRef=resource%3Adefault%2Fsessions&entityRef=resource%3Adefault%2Fflags',
      'http://portal/api/dragonfly/caches',
      'http://portal/api/dragonfly/caches',
    ]);
    expect(requests[0].authorization).toBeNull();
  });

  it('asks for a page of caches', async () => {
    const client = clientAnswering(() =>
      Response.json({ items: [], problems: [] }),
    );

    await client.getCaches({ limit: 100 });
    await client.getCaches({ limit: 100, cursor: 'resource:default/flags' });

    expect(requests.map(request => request.url)).toEqual([
      'http://portal/api/dragonfly/caches?limit=100',
      'http://portal/api/dragonfly/caches?cursor=resource%3Adefault%2Fflags&limit=100',
    ]);
  });

  it('addresses one cache by the parts of its entity reference', async () => {
    const client = clientAnswering(() => Response.json({ verdict: 'healthy' }));

    await client.getCache('resource:shop/basket');

    expect(requests[0].url).toBe(
      'http://portal/api/dragonfly/caches/resource/shop/basket',
    );
  });

  it('hands on what the backend says when it refuses', async () => {
    const client = clientAnswering(() =>
      Response.json(
        {
          error: { name: 'NotAllowedError', message: 'not yours' },
          response: { statusCode: 403 },
        },
        { status: 403 },
      ),
    );

    await expect(client.getCache('resource:default/sessions')).rejects.toThrow(
      expect.objectContaining({
        name: 'ResponseError',
        statusCode: 403,
        cause: expect.objectContaining({ message: 'not yours' }),
      }),
    );
  });

  it('asks for series and events of one cache', async () => {
    const client = clientAnswering(() => Response.json({ items: [] }));
    const entityRef = 'resource:default/sessions';

    await client.getSeries({
      entityRef,
      metrics: ['lag', 'memory'],
      from: '2026-11-24T11:00:00Z',
      to: '2026-11-24T12:00:00Z',
    });
    await client.getEvents({ entityRef });
    await client.getEvents({ entityRef, cursor: '17', limit: 5 });

    const cache =
      'http://portal/api/dragonfly/caches/resource/default/sessions';
    expect(requests.map(({ url }) => url)).toEqual([
      `${cache}/series?metric=lag&metric=memory&from=2026-11-24T11%3A00%3A00Z&to=2026-11-24T12%3A00%3A00Z`,
      `${cache}/events`,
      `${cache}/events?cursor=17&limit=5`,
    ]);
  });

  it('declares a maintenance and ends it', async () => {
    const maintenance = {
      entityRef: 'resource:default/sessions',
      startedAt: '2026-11-24T12:00:00.000Z',
      until: '2026-11-24T12:30:00.000Z',
      startedBy: 'user:default/alice',
    };
    const request = { minutes: 30, note: 'moves to region2' };
    await expect(
      clientAnswering(() => Response.json(maintenance)).startMaintenance(
        maintenance.entityRef,
        request,
        { token: 'abc' },
      ),
    ).resolves.toEqual(maintenance);
    await expect(
      clientAnswering(() => new Response(null, { status: 204 })).endMaintenance(
        maintenance.entityRef,
      ),
    ).resolves.toBeUndefined();

    const url =
      'http://portal/api/dragonfly/caches/resource/default/sessions/maintenance';
    expect(requests).toEqual([
      {
        url,
        authorization: 'Bearer abc',
        sent: {
          method: 'PUT',
          type: 'application/json',
          body: JSON.stringify(request),
        },
      },
      {
        url,
        authorization: null,
        sent: { method: 'DELETE', type: null, body: undefined },
      },
    ]);
  });

  it('says why a maintenance is not ended', async () => {
    const client = clientAnswering(() =>
      Response.json(
        {
          error: { name: 'NotAllowedError', message: 'not yours' },
          response: { statusCode: 403 },
        },
        { status: 403 },
      ),
    );

    await expect(
      client.endMaintenance('resource:default/sessions'),
    ).rejects.toMatchObject({ statusCode: 403 });
  });
});
