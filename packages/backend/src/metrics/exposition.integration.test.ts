import { createServer } from 'node:net';
import { metricsServiceFactory } from '@backstage/backend-defaults/alpha';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import dragonfly from 'backstage-plugin-dragonfly-backend';
import { portalMetrics } from 'backstage-plugin-dragonfly-common';
import { Fleet } from 'cache-fleet';
import { startExposition } from './startExposition';

const NOTICED_MS = 20_000;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise(resolve => server.close(resolve));
  if (typeof address !== 'object' || address === null) {
    throw new Error('The server did not listen.');
  }
  return address.port;
}

describe('the metrics of a portal that watches a pair', () => {
  let fleet: Fleet;
  let port: number;
  let stopExposition: () => Promise<void>;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;

  const scrape = async () => {
    const response = await fetch(`http://127.0.0.1:${port}/metrics`);
    return response.text();
  };

  /** Tries until the exposition has a sample of every one of these names. */
  async function scrapeWith(names: readonly string[]): Promise<string> {
    const endsAt = Date.now() + NOTICED_MS;
    for (;;) {
      const text = await scrape();
      const missing = names.filter(
        name => !new RegExp(`^${name}(\\{| )`, 'm').test(text),
      );
      if (missing.length === 0) {
        return text;
      }
      if (Date.now() > endsAt) {
        throw new Error(`Found no ${missing.join(', ')} in:\n${text}`);
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }

  beforeAll(async () => {
    fleet = await Fleet.create();
    const cache = await fleet.startCache({
      name: 'sessions',
      topology: 'replicated',
      regions: ['region1', 'region2'],
    });
    port = await freePort();
    stopExposition = await startExposition({ host: '127.0.0.1', port });
    backend = await startTestBackend({
      features: [
        dragonfly,
        metricsServiceFactory,
        catalogServiceMock.factory({
          entities: [
            {
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'Resource',
              metadata: {
                name: 'sessions',
                annotations: {
                  'dragonflydb.io/cache': 'sessions',
                  'dragonflydb.io/use-case': 'session-cache',
                  'dragonflydb.io/topology': 'replicated',
                  'dragonflydb.io/regions': 'region1,region2',
                  'dragonflydb.io/primary-region': 'region1',
                },
              },
              spec: { type: 'cache', owner: 'identity' },
            },
          ],
        }),
        mockServices.rootConfig.factory({
          data: {
            dragonfly: {
              monitor: { interval: '250ms' },
              regions: {
                region1: { domain: 'region1.example.com' },
                region2: { domain: 'region2.example.com' },
              },
              caches: {
                sessions: {
                  nodes: Object.fromEntries(
                    cache.nodes.map(node => [
                      node.region,
                      { ...node.address, ...node.credentials.monitor },
                    ]),
                  ),
                },
              },
            },
          },
        }),
      ],
    });
  }, 60_000);

  afterAll(async () => {
    await backend?.stop();
    await stopExposition?.();
    await fleet?.stop();
  }, 60_000);

  it('has the three names of the ADR', async () => {
    const text = await scrapeWith([
      'dragonfly_connected_replicas',
      'dragonfly_replication_lag',
      'dragonfly_used_memory',
    ]);

    expect(text).toMatch(
      /^dragonfly_connected_replicas\{cache="sessions",region="region1",.*\} 1$/m,
    );
  });

  it('has the names that generated alerts ask for, and more of the portal’s own', async () => {
    const text = await scrapeWith([
      portalMetrics.replicationLagSeconds,
      portalMetrics.replicationLagLimitSeconds,
      portalMetrics.roleDrift,
      'dragonfly_portal_exposure_seconds',
      'dragonfly_portal_verdict',
      'dragonfly_portal_observation_age_seconds',
      'dragonfly_portal_probe_duration_seconds_count',
    ]);

    expect(text).toMatch(
      /^dragonfly_portal_verdict\{cache="sessions",.*\} 0$/m,
    );
  });

  it('counts the probes that failed', async () => {
    await fleet.cache('sessions').node('region2').kill();

    const text = await scrapeWith(['dragonfly_portal_probe_failures_total']);

    expect(text).toMatch(
      /^dragonfly_portal_probe_failures_total\{region="region2",kind="\w+",.*\} [1-9]/m,
    );
  });

  it('tells no address and no credential', async () => {
    const text = await scrape();

    for (const node of fleet.cache('sessions').nodes) {
      expect(text).not.toContain(node.credentials.monitor.password);
      expect(text).not.toContain(`:${node.port}`);
    }
    expect(text).not.toContain('127.0.0.1');
  });
});
