import {
  policyOf,
  settings,
  spec,
  independentSpec,
} from '../__testUtils__/caches';
import { CacheSpec, ManifestSettings, RegionSettings } from '../types';
import { validateCacheSpec } from '../validateCacheSpec';

function fieldsOf(from: ManifestSettings, request: CacheSpec = spec()) {
  const result = validateCacheSpec(request, policyOf(), from);
  return result.ok ? [] : result.errors.map(({ field }) => field);
}

function withSecond(overrides: Partial<RegionSettings>): ManifestSettings {
  const [first, second] = settings().regions;
  return settings({ regions: [first, { ...second, ...overrides }] });
}

describe('settings of the platform team', () => {
  it.each<[string, ManifestSettings]>([
    ['regions[1].domain', withSecond({ domain: 'a b' })],
    ['regions[1].domain', withSecond({ domain: '' })],
    ['regions[1].domain', withSecond({ domain: 'x.'.repeat(120) })],
    ['regions[1].title', withSecond({ title: '' })],
    ['regions[1].title', withSecond({ title: 'a\nb' })],
    ['regions[1].cidrs', withSecond({ cidrs: [] })],
    ['regions[1].cidrs[0]', withSecond({ cidrs: ['10.0.0.0'] })],
    ['regions[1].cidrs[0]', withSecond({ cidrs: ['10.0.0.0/33'] })],
    ['image', settings({ image: 'dragonfly' })],
    ['image', settings({ image: 'registry:5000/dragonfly' })],
    ['image', settings({ image: 'dragonfly:latest' })],
    ['image', settings({ image: 'dragonfly:v1 --privileged' })],
    ['serverVersion', settings({ serverVersion: '1.39.0' })],
    ['serverVersion', settings({ serverVersion: 'latest' })],
    ['monitoringNamespace', settings({ monitoringNamespace: 'a/b' })],
  ])('are refused when %s cannot be rendered', (field, from) => {
    expect(fieldsOf(from)).toEqual([`settings.${field}`]);
  });

  it.each<[string, ManifestSettings]>([
    ['a digest', settings({ image: `dragonfly@sha256:${'a'.repeat(64)}` })],
    ['a registry with a port', settings({ image: 'r.example:5000/d:v1.40.1' })],
    ['a later version', settings({ serverVersion: 'v2.0.0' })],
  ])('may have %s', (_, from) => {
    expect(fieldsOf(from)).toEqual([]);
  });

  it('need address ranges only where regions talk to each other', () => {
    expect(fieldsOf(withSecond({ cidrs: [] }), independentSpec())).toEqual([]);
  });

  it('do not matter in a region that the cache does not use', () => {
    const [first, second] = settings().regions;
    const third = { name: 'region3', title: '', domain: '', cidrs: [] };
    expect(fieldsOf(settings({ regions: [first, second, third] }))).toEqual([]);
  });

  it('cannot name one region twice', () => {
    const [first, second] = settings().regions;
    expect(fieldsOf(settings({ regions: [first, second, second] }))).toEqual([
      'settings.regions[2].name',
    ]);
  });
});
