import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { policyOf, rendered, settings, spec } from './__testUtils__/caches';
import { kustomizeBuild, writeFiles } from './__testUtils__/kustomize';
import { identitiesOf, serviceIn } from './__testUtils__/objects';
import { validateManifests } from '../validation';
import { CacheSpec, Topology } from './types';

/** The same value with the keys of its maps in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, child]): [string, unknown] => [key, sorted(child)])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const requests: CacheSpec[] = policyOf().useCases.flatMap(
  ({ id, disasterRecovery }) => {
    const choices: (Topology | undefined)[] =
      disasterRecovery === 'optional'
        ? ['replicated', 'independent']
        : [undefined];
    return choices.map(topology =>
      spec({ name: 'cache', useCase: id, topology }),
    );
  },
);

/** The same, with everything that the settings can add to the server itself. */
const full: CacheSpec = { ...requests[0], crossRegion: 'load-balancer' };
const issuer = { kind: 'ClusterIssuer', name: 'internal' } as const;

describe.each([
  ...requests.map(request => ({ ...request, from: settings() })),
  { ...full, from: settings({ issuer }) },
])(
  'kustomize build of $useCase $topology $crossRegion',
  ({ from, ...request }) => {
    const manifests = rendered(request, policyOf(), from);
    const built = new Map<string, unknown[]>();

    beforeAll(() => {
      const folder = mkdtempSync(join(tmpdir(), 'manifests-'));
      try {
        writeFiles(folder, manifests.files);
        for (const { name } of settings().regions) {
          built.set(name, kustomizeBuild(join(folder, 'overlays', name)));
        }
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });

    function objectsOf(region: string): unknown[] {
      return built.get(region) ?? [];
    }

    it('fits together', () => {
      expect(validateManifests(manifests, request, policyOf(), from)).toEqual(
        [],
      );
    });

    it.each(['region1', 'region2'])(
      'is built in %s from the very objects that were validated',
      region => {
        const written = manifests.files
          .filter(({ path }) =>
            new RegExp(`^(base|overlays/${region})/[^/]+\\.yaml$`).test(path),
          )
          .filter(({ path }) => !path.endsWith('/kustomization.yaml'))
          .map(({ content }) => parse(content));
        const order = (objects: unknown[]) =>
          objects.map(object => JSON.stringify(sorted(object))).sort();
        expect(order(objectsOf(region))).toEqual(order(written));
      },
    );

    it('leads to the primary from every region', () => {
      const local = {
        type: 'ClusterIP',
        selector: {
          'app.kubernetes.io/name': 'dragonfly',
          'app.kubernetes.io/instance': 'cache',
        },
        ports: [{ name: 'dragonfly', port: 6379, targetPort: 'dragonfly' }],
      };
      const alias = {
        type: 'ExternalName',
        externalName: 'cache.databases.region1.example.com',
        ports: [{ name: 'dragonfly', port: 6379 }],
      };
      expect(serviceIn(objectsOf('region1'), 'cache-write')).toEqual(local);
      expect(serviceIn(objectsOf('region2'), 'cache-write')).toEqual(
        manifests.topology === 'independent' ? local : alias,
      );
    });

    it.each(['region1', 'region2'])('has the objects of %s', region => {
      const replicated = [
        'ConfigMap databases/cache-start-guard',
        'PodDisruptionBudget databases/cache',
        'Service databases/cache-replication',
      ];
      const everywhere = [
        'ConfigMap databases/cache-dashboard',
        'ConfigMap databases/cache-role',
        'NetworkPolicy databases/cache',
        'PodMonitor databases/cache',
        'PrometheusRule databases/cache',
        'Service databases/cache',
        'Service databases/cache-read',
        'Service databases/cache-write',
        'ServiceAccount databases/cache',
        'StatefulSet databases/cache',
      ];
      expect(identitiesOf(objectsOf(region))).toEqual(
        [
          ...everywhere,
          ...(manifests.topology === 'replicated' ? replicated : []),
          ...(from.issuer ? ['Certificate databases/cache-tls'] : []),
        ].sort(),
      );
    });

    it.each(['region1', 'region2'])(
      'reads from the local node in %s',
      region => {
        expect(serviceIn(objectsOf(region), 'cache-read')).toMatchObject({
          type: 'ClusterIP',
          selector: { 'app.kubernetes.io/instance': 'cache' },
        });
      },
    );
  },
);
