import { ConfigReader } from '@backstage/config';
import { apiProblems } from '../__testUtils__/apiProblems';
import { readSettings } from '../config';

function manifestsOf(dragonfly: object) {
  return readSettings(new ConfigReader({ dragonfly: { ...dragonfly } }))
    .manifests;
}

const full = {
  regions: {
    region1: {
      domain: 'a.example.com',
      loadBalancerAnnotations: { 'example.com/internal': 'true' },
      secretStore: { name: 'vault', path: 'caches/{{cache}}' },
      cluster: { name: 'frankfurt' },
    },
    region2: { domain: 'b.example.com', cluster: { server: 'https://b' } },
  },
  manifests: {
    startGuardImage: 'valkey:8.1.4',
    crossRegion: 'load-balancer',
    monitoring: { kind: 'ServiceMonitor' },
    issuer: { name: 'internal' },
    argoCd: {},
  },
};

describe('the settings of the answer with the policy', () => {
  it.each([
    ['everything', full],
    ['nothing', {}],
  ])('follow the schema when the config has %s', (_, config) => {
    expect(apiProblems('ManifestSettings', manifestsOf(config))).toEqual([]);
  });

  it('can hold nothing else', () => {
    const settings = { ...manifestsOf(full), password: 'x' };
    expect(apiProblems('ManifestSettings', settings)).not.toEqual([]);
  });
});
