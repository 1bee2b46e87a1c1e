import {
  cacheOf,
  independentSpec,
  policyOf,
  settings,
  spec,
} from './__testUtils__/caches';
import { serviceIn } from './__testUtils__/objects';
import {
  headlessService,
  readService,
  replicationService,
  writeService,
} from './services';

const selector = {
  'app.kubernetes.io/name': 'dragonfly',
  'app.kubernetes.io/instance': 'sessions',
};
const main = { name: 'dragonfly', port: 6379, targetPort: 'dragonfly' };
const cache = cacheOf();
const [region1, region2] = cache.regions;

describe('services', () => {
  it('name the pod and show it in any state', () => {
    expect(serviceIn([headlessService(cache)], 'sessions')).toEqual({
      clusterIP: 'None',
      publishNotReadyAddresses: true,
      selector,
      ports: [main, { name: 'admin', port: 9999, targetPort: 'admin' }],
    });
  });

  it('lead readers to the local node when it is ready', () => {
    expect(serviceIn([readService(cache)], 'sessions-read')).toEqual({
      type: 'ClusterIP',
      selector,
      ports: [main],
    });
  });

  it('lead writers in the primary region to the local pod', () => {
    expect(serviceIn([writeService(cache, region1)], 'sessions-write')).toEqual(
      { type: 'ClusterIP', selector, ports: [main] },
    );
  });

  it('lead writers elsewhere to the region of the primary', () => {
    expect(serviceIn([writeService(cache, region2)], 'sessions-write')).toEqual(
      {
        type: 'ExternalName',
        externalName: 'sessions.databases.region1.example.com',
        ports: [{ name: 'dragonfly', port: 6379 }],
      },
    );
  });

  it('lead writers of independent servers to the local pod everywhere', () => {
    const limits = cacheOf(independentSpec());
    const types = limits.regions.map(
      region => serviceIn([writeService(limits, region)], 'limits-write').type,
    );
    expect(types).toEqual(['ClusterIP', 'ClusterIP']);
  });

  it('show other regions the main port only, in any state', () => {
    expect(
      serviceIn([replicationService(cache, region1)], 'sessions-replication'),
    ).toEqual({
      type: 'ClusterIP',
      publishNotReadyAddresses: true,
      selector,
      ports: [main],
    });
  });

  it('show the other regions a load balancer of their own region when asked', () => {
    const [first, second] = settings().regions;
    const balanced = cacheOf(
      spec({ crossRegion: 'load-balancer' }),
      policyOf(),
      settings({
        regions: [
          {
            ...first,
            loadBalancerAnnotations: { 'example.com/internal': 'true' },
          },
          second,
        ],
      }),
    );
    const service = replicationService(balanced, balanced.regions[0]);
    expect(service.metadata).toMatchObject({
      annotations: {
        'example.com/internal': 'true',
        'external-dns.alpha.kubernetes.io/hostname':
          'sessions.databases.region1.example.com',
      },
    });
    expect(service.spec).toEqual({
      type: 'LoadBalancer',
      externalTrafficPolicy: 'Local',
      loadBalancerSourceRanges: ['10.2.0.0/16', 'fd00:2::/48'],
      publishNotReadyAddresses: true,
      selector,
      ports: [main],
    });
  });
});
