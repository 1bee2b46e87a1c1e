import { cacheOf, independentSpec, spec } from './__testUtils__/caches';
import { networkPolicy } from './networkPolicy';
import { ResolvedCache } from './resolvedCache';

function specOf(cache: ResolvedCache, region: number) {
  return networkPolicy(cache, cache.regions[region]).spec;
}

function namespace(name: string) {
  return {
    namespaceSelector: {
      matchLabels: { 'kubernetes.io/metadata.name': name },
    },
  };
}

const main = [{ protocol: 'TCP', port: 6379 }];
const monitoring = {
  from: [namespace('monitoring')],
  ports: [...main, { protocol: 'TCP', port: 9999 }],
};
const dns = {
  ports: [
    { protocol: 'UDP', port: 53 },
    { protocol: 'TCP', port: 53 },
  ],
};

describe('networkPolicy', () => {
  it('lets in consumers, the other region and monitoring, and out to the other region', () => {
    const peers = [
      { ipBlock: { cidr: '10.2.0.0/16' } },
      { ipBlock: { cidr: 'fd00:2::/48' } },
    ];
    expect(specOf(cacheOf(), 0)).toEqual({
      podSelector: {
        matchLabels: {
          'app.kubernetes.io/name': 'dragonfly',
          'app.kubernetes.io/instance': 'sessions',
        },
      },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [
        { from: [namespace('checkout'), ...peers], ports: main },
        monitoring,
      ],
      egress: [dns, { to: peers, ports: main }],
    });
  });

  it('knows the other region from each side', () => {
    expect(specOf(cacheOf(), 1)).toMatchObject({
      egress: [dns, { to: [{ ipBlock: { cidr: '10.1.0.0/16' } }] }],
    });
  });

  it('has no rule that admits everybody when there is no consumer', () => {
    const limits = cacheOf(independentSpec({ consumers: [] }));
    expect(specOf(limits, 0)).toMatchObject({ ingress: [monitoring] });
  });

  it('lets independent servers out nowhere', () => {
    expect(specOf(cacheOf(independentSpec()), 0)).toMatchObject({
      ingress: [{ from: [namespace('checkout')], ports: main }, monitoring],
      egress: [],
    });
  });

  it('names each namespace once, in order', () => {
    const consumers = ['b', 'a', 'c'].map(name => ({
      entityRef: `component:default/${name}`,
      namespace: name === 'c' ? 'a' : name,
    }));
    expect(specOf(cacheOf(independentSpec({ consumers })), 0)).toMatchObject({
      ingress: [{ from: [namespace('a'), namespace('b')] }, monitoring],
    });
  });

  it('keeps admin away from consumers and the other region', () => {
    const { ingress } = Object(specOf(cacheOf(spec()), 0));
    expect(JSON.stringify(ingress[0])).not.toContain('9999');
  });
});
