import { parse } from 'yaml';
import {
  cacheOf,
  contentOf,
  independentSpec,
  policyOf,
  rendered,
  settings,
  spec,
} from '../__testUtils__/caches';
import { monitor } from './monitor';

const serviceMonitor = settings({
  monitoring: {
    kind: 'ServiceMonitor',
    labels: { release: 'prometheus' },
    dashboardLabels: {},
  },
});

describe('monitor', () => {
  it('scrapes the pod on its admin port and labels the series', () => {
    expect(
      parse(contentOf(rendered(), 'overlays/region2/pod-monitor.yaml')),
    ).toEqual({
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PodMonitor',
      metadata: {
        name: 'sessions',
        namespace: 'databases',
        labels: expect.objectContaining({
          'app.kubernetes.io/instance': 'sessions',
        }),
      },
      spec: {
        selector: {
          matchLabels: {
            'app.kubernetes.io/name': 'dragonfly',
            'app.kubernetes.io/instance': 'sessions',
          },
        },
        podMetricsEndpoints: [
          {
            port: 'admin',
            path: '/metrics',
            interval: '15s',
            scrapeTimeout: '10s',
            relabelings: [
              { targetLabel: 'cache', replacement: 'sessions' },
              { targetLabel: 'region', replacement: 'region2' },
            ],
          },
        ],
      },
    });
  });

  it('scrapes the headless Service where the platform wants that', () => {
    const manifests = rendered(spec(), policyOf(), serviceMonitor);
    const object = parse(
      contentOf(manifests, 'overlays/region1/service-monitor.yaml'),
    );
    expect(object.kind).toBe('ServiceMonitor');
    expect(object.metadata.labels).toMatchObject({ release: 'prometheus' });
    const withAdmin = manifests.files
      .filter(({ path }) => /service\.yaml$/.test(path))
      .map(({ content }) => parse(content))
      .filter(({ spec: { ports } }) =>
        ports.some(
          ({ name }: { name: string }) =>
            name === object.spec.endpoints[0].port,
        ),
      );
    expect(withAdmin.map(({ metadata }) => metadata.name)).toEqual([
      'sessions',
    ]);
    expect(withAdmin[0].metadata.labels).toMatchObject(
      object.spec.selector.matchLabels,
    );
  });

  it('scrapes the pod of the operator, which makes no such Service', () => {
    const cache = cacheOf(
      independentSpec({ flavour: 'operator' }),
      policyOf(),
      serviceMonitor,
    );
    expect(monitor(cache, cache.regions[0])).toMatchObject({
      kind: 'PodMonitor',
      spec: { selector: { matchLabels: { app: 'limits' } } },
    });
  });
});
