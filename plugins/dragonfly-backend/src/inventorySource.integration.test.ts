import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fleet } from 'cache-fleet';
import request from 'supertest';
import { apiProblems } from './__testUtils__/apiProblems';
import { cacheEntity } from './__testUtils__/cacheEntity';
import { eventually } from './__testUtils__/eventually';
import { nodesOf } from './__testUtils__/nodesOf';
import { quickMonitor } from './__testUtils__/quickMonitor';
import { Portal, startPortal } from './__testUtils__/startPortal';
import { untilVerdict } from './__testUtils__/untilVerdict';

const FOLLOWED_MS = 15_000;

describe('an inventory source that changes', () => {
  let fleet: Fleet;
  let directory: string;
  let path: string;
  let portal: Portal;

  /** Nodes without their secrets, which stay in app-config under the name of the pair. */
  const placesOf = (pair: string) =>
    Object.fromEntries(
      Object.entries(nodesOf(fleet.cache(pair))).map(
        ([region, { host, port }]) => [
          region,
          { host, port, credentials: `${pair}-${region}` },
        ],
      ),
    );

  async function write(content: string): Promise<void> {
    await writeFile(`${path}.new`, content);
    await rename(`${path}.new`, path);
  }

  const place = (nodes: object) =>
    write(
      JSON.stringify({
        version: 1,
        caches: {
          sessions: { entityRef: 'resource:default/sessions', nodes },
        },
      }),
    );

  const connections = (pair: string) =>
    fleet.cache(pair).node('region1').front?.connections;

  async function list() {
    const { body } = await request(portal.server).get('/api/dragonfly/caches');
    expect(apiProblems('CacheList', body)).toEqual([]);
    expect(JSON.stringify(body)).not.toContain('127.0.0.1');
    expect(JSON.stringify(body)).not.toContain(path);
    return body;
  }

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'inventory-source-'));
    path = join(directory, 'caches.json');
    fleet = await Fleet.create();
    const credentials: Record<string, { username: string; password: string }> =
      {};
    for (const pair of ['old', 'new']) {
      const cache = await fleet.startCache({
        name: pair,
        topology: 'replicated',
        regions: ['region1', 'region2'],
        fronts: true,
      });
      for (const [region, node] of Object.entries(nodesOf(cache))) {
        const { username, password } = node;
        credentials[`${pair}-${region}`] = { username, password };
      }
    }
    await place(placesOf('old'));
    portal = await startPortal({
      entities: [cacheEntity()],
      dragonfly: {
        monitor: quickMonitor,
        credentials,
        inventory: {
          source: { file: path, refreshInterval: { milliseconds: 250 } },
        },
      },
    });
  }, 60_000);

  afterAll(async () => {
    await portal?.stop();
    await fleet?.stop();
    await rm(directory, { recursive: true, force: true });
  }, 60_000);

  it('is followed without a restart, and what is broken changes nothing', async () => {
    await untilVerdict(portal, 'sessions', 'healthy', FOLLOWED_MS);
    expect(connections('old')).toBeGreaterThan(0);
    expect(connections('new')).toBe(0);
    const { inventorySource: first } = await list();
    expect(first).toEqual({
      revision: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      readAt: expect.any(String),
    });

    await place(placesOf('new'));
    await eventually(FOLLOWED_MS, async () => {
      expect(connections('new')).toBeGreaterThan(0);
      expect(connections('old')).toBe(0);
    });
    await untilVerdict(portal, 'sessions', 'healthy', FOLLOWED_MS);
    const { inventorySource: second } = await list();
    expect(second.revision).not.toBe(first.revision);

    await write('version: 1\ncaches: { sessions');
    await eventually(FOLLOWED_MS, async () => {
      expect((await list()).inventorySource).toMatchObject({
        revision: second.revision,
        problem: expect.stringContaining('could not be used'),
      });
    });
    expect(connections('new')).toBeGreaterThan(0);
    expect(await list()).toMatchObject({
      items: [{ verdict: 'healthy' }],
      problems: [],
    });

    const withSecret = placesOf('old');
    await place({
      ...withSecret,
      region1: { ...withSecret.region1, password: 'geheim' },
    });
    await eventually(FOLLOWED_MS, async () => {
      const answer = await list();
      expect(answer).toMatchObject({
        items: [{ verdict: 'healthy' }],
        problems: [
          {
            code: 'INVENTORY_SOURCE',
            entityRef: 'resource:default/sessions',
            message: expect.stringMatching(
              /unknown keys: password\. Secrets live in app-config.*stays in force/,
            ),
          },
        ],
      });
      expect(JSON.stringify(answer)).not.toContain('geheim');
    });
    expect(connections('new')).toBeGreaterThan(0);
    expect(connections('old')).toBe(0);
  }, 90_000);
});
