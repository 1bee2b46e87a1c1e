import {
  independentSpec,
  policyOf,
  rendered,
  settings,
  spec,
} from '../manifests/__testUtils__/caches';
import { CacheSpec, ManifestSettings } from '../manifests/types';
import { fullSettings, fullSpec } from './__testUtils__/platform';
import { validateManifests } from './validateManifests';

const POLICY = policyOf();

function findingsOf(request: CacheSpec, from: ManifestSettings = settings()) {
  const manifests = rendered(request, POLICY, from);
  return validateManifests(manifests, request, POLICY, from);
}

describe('validateManifests', () => {
  it.each<[string, CacheSpec, ManifestSettings]>([
    ['a plain replicated cache', spec(), settings()],
    ['independent caches', independentSpec(), settings()],
    ['everything a platform can have', fullSpec(), fullSettings()],
    [
      'the primary in the other region',
      fullSpec({ primaryRegion: 'region2', otherRegions: ['region1'] }),
      fullSettings(),
    ],
    ['the operator', independentSpec({ flavour: 'operator' }), fullSettings()],
    [
      'the operator without TLS and stores',
      independentSpec({ flavour: 'operator' }),
      settings(),
    ],
    [
      'a ServiceMonitor',
      fullSpec(),
      fullSettings({
        monitoring: {
          kind: 'ServiceMonitor',
          labels: { release: 'prometheus' },
          dashboardLabels: { grafana_dashboard: '1' },
        },
      }),
    ],
    ['no consumer', spec({ consumers: [] }), settings()],
    ['one region', independentSpec({ otherRegions: [] }), settings()],
  ])('finds nothing wrong with %s', (_, request, from) => {
    expect(findingsOf(request, from)).toEqual([]);
  });

  it('warns of a server that is newer than what was tried', () => {
    const from = settings({ serverVersion: '1.41.2' });
    expect(findingsOf(spec(), from)).toEqual([
      expect.objectContaining({
        rule: 'server-version-untested',
        severity: 'warning',
        path: 'base/stateful-set.yaml',
        object: 'StatefulSet databases/sessions',
      }),
    ]);
  });

  it('refuses a request that the files cannot have been made from', () => {
    const manifests = rendered(spec());
    expect(() =>
      validateManifests(
        manifests,
        spec({ useCase: 'other' }),
        POLICY,
        settings(),
      ),
    ).toThrow('Found a request with use case "other" that cannot be rendered');
  });
});
