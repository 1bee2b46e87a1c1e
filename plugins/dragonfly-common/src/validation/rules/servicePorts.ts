import { listAt, textAt, valueAt } from '../model/fields';
import { ManifestObject } from '../model/ManifestObject';
import { PodPort } from '../model/server';
import { RegionView } from '../model/RegionView';
import { Problem, problemAt, Rule } from '../rule';

function leadsTo(port: unknown, offered: readonly PodPort[]): boolean {
  const number = valueAt(port, 'port');
  const target = valueAt(port, 'targetPort') ?? number;
  return offered.some(
    pod => (pod.name === target || pod.port === target) && pod.port === number,
  );
}

function problemsOf(service: ManifestObject, region: RegionView): Problem[] {
  const offered = region.servers.flatMap(({ ports }) => ports);
  const isAlias = textAt(service.fields, 'spec', 'type') === 'ExternalName';
  return listAt(service.fields, 'spec', 'ports').flatMap((port, index) => {
    const fits = isAlias
      ? offered.some(pod => pod.port === valueAt(port, 'port'))
      : leadsTo(port, offered);
    return fits
      ? []
      : [
          problemAt(
            service,
            ['spec', 'ports', index],
            `Port ${valueAt(port, 'port')} of ${service.title} leads to no port of the server of region "${region.name}".`,
            `Use one of ${offered.map(({ name, port: number }) => `${name} (${number})`).join(', ')}.`,
          ),
        ];
  });
}

/** Every port of a Service leads to a port of the server with the same number. */
export const servicePorts: Rule = {
  id: 'service-ports',
  severity: 'error',
  why: 'Clients connect and are refused, although everything looks right.',
  check: ({ regions }) =>
    regions
      .filter(({ hasServer }) => hasServer)
      .flatMap(region =>
        region.ofKind('Service').flatMap(each => problemsOf(each, region)),
      ),
};
