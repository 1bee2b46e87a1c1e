import fc from 'fast-check';
import { policyOf, provenance } from '../manifests/__testUtils__/caches';
import { renderManifests } from '../manifests/renderManifests';
import { validRequests } from './__testUtils__/validRequests';
import { validateManifests } from './validateManifests';

const POLICY = policyOf();
const RUNS = { seed: 20261124, numRuns: 2000 };

it('finds nothing wrong with the files of any valid request', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(validRequests, ({ request, from }) => {
      const manifests = renderManifests(request, POLICY, from, provenance);
      if (!manifests.ok) throw new Error(JSON.stringify(manifests.errors));
      const findings = validateManifests(manifests, request, POLICY, from);
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual(
        [],
      );
      for (const { path } of manifests.files) {
        seen.add(path.replace(/^consumers\/[^/]+/, 'consumers/x'));
      }
    }),
    RUNS,
  );
  // Every kind of file was among them.
  for (const path of [
    'argocd/application-set.yaml',
    'base/dragonfly.yaml',
    'base/stateful-set.yaml',
    'base/start-guard-config-map.yaml',
    'consumers/x/connection.yaml',
    'consumers/x/region3/external-secret.yaml',
    'overlays/region2/certificate.yaml',
    'overlays/region1/external-secret.yaml',
  ]) {
    expect(seen).toContain(path);
  }
}, 300_000);
