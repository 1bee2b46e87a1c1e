import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FleetCache } from 'cache-fleet';
import { NOTICED_MS, RETURNED_MS } from '../__testUtils__/quickMonitor';
import { untilVerdict } from '../__testUtils__/untilVerdict';
import { untilFound } from './__testUtils__/untilFound';
import { watchCaches, WatchedCaches } from './__testUtils__/watchCaches';

jest.setTimeout(60_000);

const NEW_PASSWORD = 'neu-und-geheim';

describe('a password that was rotated on the servers, but not in the portal’s file', () => {
  let directory: string;
  let watched: WatchedCaches;

  const passwordFile = () => join(directory, 'password');

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'dragonfly-rotation-'));
    watched = await watchCaches({ configure: withPasswordFile });
  });
  afterEach(async () => {
    await watched?.stop();
    await rm(directory, { recursive: true, force: true });
  });

  /** Both regions get the same password, as the manifests want it. */
  async function withPasswordFile(cache: FleetCache) {
    const { username, password } = cache.node('region1').credentials.monitor;
    await writeFile(passwordFile(), password);
    return Object.fromEntries(
      cache.nodes.map(node => [
        node.region,
        { ...node.portalAddress, username, passwordFile: passwordFile() },
      ]),
    );
  }

  it('is refused within two intervals, is unknown and not dead, and is healthy soon after the file is right', async () => {
    const { portal } = watched;
    const cache = watched.cache('sessions');
    for (const node of cache.nodes) {
      const { username } = node.credentials.monitor;
      await node.ask(async client => {
        await client.call(
          'ACL',
          'SETUSER',
          username,
          'resetpass',
          `>${NEW_PASSWORD}`,
        );
        await client.call('CLIENT', 'KILL', 'USER', username);
      });
    }

    for (const region of ['region1', 'region2']) {
      const state = await untilFound(
        portal,
        'sessions',
        { verdict: 'unknown', code: 'AUTH_FAILED', region },
        NOTICED_MS,
      );
      expect(state.reasons.map(({ code }) => code)).not.toContain(
        'UNREACHABLE',
      );
      expect(JSON.stringify(state)).not.toContain(NEW_PASSWORD);
    }

    await writeFile(passwordFile(), `${NEW_PASSWORD}\n`);
    await untilVerdict(portal, 'sessions', 'healthy', RETURNED_MS);
  });
});
