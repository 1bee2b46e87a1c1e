import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigSources, FileConfigSource } from '@backstage/config-loader';
import { Fleet } from 'cache-fleet';
import request from 'supertest';
import { cacheEntity } from './__testUtils__/cacheEntity';
import { eventually } from './__testUtils__/eventually';
import { nodesOf } from './__testUtils__/nodesOf';
import { quickMonitor } from './__testUtils__/quickMonitor';
import { regions } from './__testUtils__/regions';
import { Portal, startPortal } from './__testUtils__/startPortal';

// The file is watched through the file system's events, which take their time on a busy machine.
const FOLLOWED_MS = 15_000;

type ConfigOfFile = Awaited<ReturnType<typeof ConfigSources.toConfig>>;

describe('a config file that changes', () => {
  let fleet: Fleet;
  let directory: string;
  let config: ConfigOfFile;
  let portal: Portal;
  const logger = mockServices.logger.mock();

  async function configure(dragonfly: object): Promise<void> {
    const path = join(directory, 'app-config.yaml');
    const content = {
      dragonfly: { regions, monitor: quickMonitor, ...dragonfly },
    };
    await writeFile(`${path}.new`, JSON.stringify(content));
    await rename(`${path}.new`, path);
  }

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'dragonfly-config-'));
    fleet = await Fleet.create();
    for (const name of ['sessions', 'flags']) {
      await fleet.startCache({
        name,
        topology: 'replicated',
        regions: ['region1', 'region2'],
        fronts: true,
      });
    }
    await configure({
      caches: { sessions: { nodes: nodesOf(fleet.cache('sessions')) } },
    });
    config = await ConfigSources.toConfig(
      FileConfigSource.create({
        path: join(directory, 'app-config.yaml'),
        watch: true,
      }),
    );
    portal = await startPortal({
      entities: [cacheEntity(), cacheEntity({ name: 'flags' })],
      features: [
        createServiceFactory({
          service: coreServices.rootConfig,
          deps: {},
          factory: () => config,
        }),
        logger.factory,
      ],
    });
  }, 60_000);

  afterAll(async () => {
    await portal?.stop();
    config?.close();
    await fleet?.stop();
    await rm(directory, { recursive: true, force: true });
  }, 60_000);

  it('is followed without a restart', async () => {
    const verdicts = async () => {
      const { body } = await request(portal.server).get(
        '/api/dragonfly/caches',
      );
      return Object.fromEntries(
        body.items.map(
          ({
            cache,
            verdict,
          }: {
            cache: { name: string };
            verdict: string;
          }) => [cache.name, verdict],
        ),
      );
    };
    const connections = () =>
      fleet.cache('sessions').node('region1').front?.connections;
    await eventually(FOLLOWED_MS, async () => {
      expect(await verdicts()).toEqual({
        sessions: 'healthy',
        flags: 'unknown',
      });
    });
    expect(connections()).toBeGreaterThan(0);

    await configure({
      caches: {
        sessions: { nodes: nodesOf(fleet.cache('sessions')) },
        flags: { nodes: nodesOf(fleet.cache('flags')) },
      },
    });
    await eventually(FOLLOWED_MS, async () => {
      expect(await verdicts()).toEqual({
        sessions: 'healthy',
        flags: 'healthy',
      });
    });

    await configure({ monitor: { interval: 'soon' } });
    await eventually(FOLLOWED_MS, async () => {
      expect(logger.error).toHaveBeenCalledWith(
        expect.stringContaining('dragonfly.monitor.interval is "soon"'),
      );
    });
    expect(await verdicts()).toEqual({ sessions: 'healthy', flags: 'healthy' });

    await configure({
      caches: { flags: { nodes: nodesOf(fleet.cache('flags')) } },
    });
    await eventually(FOLLOWED_MS, async () => {
      expect(await verdicts()).toEqual({
        sessions: 'unknown',
        flags: 'healthy',
      });
    });
    await eventually(FOLLOWED_MS, async () => {
      expect(connections()).toBe(0);
    });
  }, 60_000);
});
