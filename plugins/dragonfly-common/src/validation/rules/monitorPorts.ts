import { fieldsAt, listAt, textAt } from '../model/fields';
import { ManifestObject } from '../model/ManifestObject';
import { RegionView } from '../model/RegionView';
import { Problem, problemAt, Rule } from '../rule';
import { selects } from './selectorsMatch';

const ENDPOINTS: Readonly<Record<string, string>> = {
  PodMonitor: 'podMetricsEndpoints',
  ServiceMonitor: 'endpoints',
};

function offered(monitor: ManifestObject, region: RegionView): string[] {
  if (monitor.kind === 'PodMonitor') {
    return region.servers.flatMap(({ ports }) => ports.map(({ name }) => name));
  }
  const selector = fieldsAt(monitor.fields, 'spec', 'selector', 'matchLabels');
  return region
    .ofKind('Service')
    .filter(({ fields }) =>
      selects(selector, fieldsAt(fields, 'metadata', 'labels')),
    )
    .flatMap(({ fields }) => listAt(fields, 'spec', 'ports'))
    .flatMap(port => textAt(port, 'name') ?? []);
}

function problemsOf(monitor: ManifestObject, region: RegionView): Problem[] {
  const list = ['spec', ENDPOINTS[monitor.kind]];
  const names = offered(monitor, region);
  const endpoints = listAt(monitor.fields, ...list);
  const wrong = endpoints.flatMap((endpoint, index) => {
    const port = textAt(endpoint, 'port');
    return port !== undefined && names.includes(port)
      ? []
      : [
          problemAt(
            monitor,
            [...list, index, 'port'],
            `${monitor.title} scrapes port "${port}"; what it selects has ${[...new Set(names)].join(', ') || 'none'}.`,
            'Name a port of the pod, or of the Service.',
          ),
        ];
  });
  return endpoints.length > 0
    ? wrong
    : [
        problemAt(
          monitor,
          list,
          `${monitor.title} scrapes nothing.`,
          'Add an endpoint.',
        ),
      ];
}

/** Every monitor scrapes a port that exists. */
export const monitorPorts: Rule = {
  id: 'monitor-ports',
  severity: 'error',
  why: 'Prometheus drops a target whose port it cannot find, and every alert of the cache stays silent.',
  check: ({ regions }) =>
    regions
      .filter(({ hasServer }) => hasServer)
      .flatMap(region =>
        region.objects
          .filter(({ kind }) => Object.hasOwn(ENDPOINTS, kind))
          .flatMap(monitor => problemsOf(monitor, region)),
      ),
};
