import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { Fleet, FleetCache } from 'cache-fleet';
import { cacheEntity } from './__testUtils__/cacheEntity';
import { eventually } from './__testUtils__/eventually';
import { nodesOf } from './__testUtils__/nodesOf';
import { quickMonitor } from './__testUtils__/quickMonitor';
import { Portal, startPortal } from './__testUtils__/startPortal';

const WRONG = 'falsch-und-geheim';

describe('credentials', () => {
  let fleet: Fleet;
  let cache: FleetCache;
  let directory: string;
  let portal: Portal | undefined;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'dragonfly-credentials-'));
    fleet = await Fleet.create();
    cache = await fleet.startCache({
      name: 'sessions',
      topology: 'replicated',
      regions: ['region1', 'region2'],
    });
  }, 60_000);

  afterEach(async () => {
    await portal?.stop();
    portal = undefined;
  });

  afterAll(async () => {
    await fleet?.stop();
    await rm(directory, { recursive: true, force: true });
  }, 60_000);

  it('reports a refused password without telling it, nor where it was refused', async () => {
    const nodes = nodesOf(cache);
    const logger = mockServices.rootLogger.mock();
    logger.child.mockReturnValue(logger);
    portal = await startPortal({
      entities: [cacheEntity()],
      dragonfly: {
        monitor: quickMonitor,
        caches: {
          sessions: {
            nodes: { ...nodes, region1: { ...nodes.region1, password: WRONG } },
          },
        },
      },
      features: [logger.factory],
    });

    const state = await eventually(3_000, async () => {
      const current = await portal?.stateOf('sessions');
      expect(current?.reasons).toContainEqual(
        expect.objectContaining({ code: 'AUTH_FAILED', region: 'region1' }),
      );
      expect(current?.nodes[1].probe.kind).toBe('fresh');
      return current;
    });

    const logged = [
      logger.info,
      logger.warn,
      logger.error,
      logger.debug,
    ].flatMap(method => method.mock.calls);
    expect(logged).toContainEqual([
      'Probed a node',
      expect.objectContaining({ region: 'region1', failure: 'auth' }),
    ]);
    for (const told of [JSON.stringify(state), JSON.stringify(logged)]) {
      expect(told).not.toContain(WRONG);
      expect(told).not.toContain(nodes.region1.password);
      expect(told).not.toContain(`${nodes.region1.port}`);
    }
  });

  it('follows a password file that is rotated', async () => {
    const file = (name: string) => join(directory, name);
    const { region1, region2 } = nodesOf(cache);
    const fromFile = ({ host, port, username }: typeof region1) => ({
      host,
      port,
      username,
      passwordFile: file('{{cache}}'),
    });
    await writeFile(file('sessions'), WRONG);
    portal = await startPortal({
      entities: [cacheEntity()],
      dragonfly: {
        monitor: quickMonitor,
        profiles: {
          default: {
            nodes: { region1: fromFile(region1), region2: fromFile(region2) },
          },
        },
      },
    });
    await eventually(3_000, async () => {
      expect(await portal?.stateOf('sessions')).toMatchObject({
        nodes: [{ failure: { kind: 'auth' } }, { failure: { kind: 'auth' } }],
      });
    });

    await writeFile(file('sessions'), `${region1.password}\n`);

    await eventually(3_000, async () => {
      expect(await portal?.stateOf('sessions')).toMatchObject({
        verdict: 'healthy',
      });
    });
  });

  it('says that a password file is missing', async () => {
    const { host, port, username } = nodesOf(cache).region1;
    const passwordFile = join(directory, 'missing');
    portal = await startPortal({
      entities: [cacheEntity()],
      dragonfly: {
        monitor: quickMonitor,
        caches: {
          sessions: {
            nodes: { region1: { host, port, username, passwordFile } },
          },
        },
      },
    });

    await eventually(3_000, async () => {
      const state = await portal?.stateOf('sessions');
      expect(state?.nodes[0].failure).toEqual({
        kind: 'auth',
        message: 'the configured password file cannot be read',
      });
      expect(JSON.stringify(state)).not.toContain(passwordFile);
    });
  });
});
