import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { policyOf, rendered, settings, spec } from './__testUtils__/caches';
import { schemaErrors } from './__testUtils__/kubernetesModels';
import { kustomizeBuild, writeFiles } from './__testUtils__/kustomize';
import { semanticErrors } from './__testUtils__/semanticRules';
import { identitiesOf, serviceIn } from './__testUtils__/objects';
import { CacheSpec, Topology } from './types';

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

describe.each(requests)('kustomize build of $useCase $topology', request => {
  const manifests = rendered(request);
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

  it('follows the schemas of the Kubernetes API', () => {
    const connections = manifests.files
      .filter(({ path }) => path.startsWith('consumers/'))
      .map(({ content }) => parse(content));
    const objects = [
      ...objectsOf('region1'),
      ...objectsOf('region2'),
      ...connections,
    ];
    expect(objects.length).toBeGreaterThan(14);
    expect(schemaErrors(objects)).toEqual([]);
  });

  it.each(['region1', 'region2'])('fits together in %s', region => {
    expect(semanticErrors(objectsOf(region))).toEqual([]);
  });

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
      'PodDisruptionBudget databases/cache',
      'Service databases/cache-replication',
    ];
    const everywhere = [
      'ConfigMap databases/cache-role',
      'NetworkPolicy databases/cache',
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
      ].sort(),
    );
  });

  it.each(['region1', 'region2'])('reads from the local node in %s', region => {
    expect(serviceIn(objectsOf(region), 'cache-read')).toMatchObject({
      type: 'ClusterIP',
      selector: { 'app.kubernetes.io/instance': 'cache' },
    });
  });
});
