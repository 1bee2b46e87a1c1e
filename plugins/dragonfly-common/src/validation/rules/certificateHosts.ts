import { listAt, textAt } from '../model/fields';
import { ManifestObject } from '../model/ManifestObject';
import { RegionView } from '../model/RegionView';
import {
  Problem,
  problemAt,
  problemOf,
  Rule,
  ValidationContext,
} from '../rule';

/** Names that clients in a cluster use: the same in every region, wherever they lead. */
function clientHosts({ set }: ValidationContext): string[] {
  return set
    .ofKind('ConfigMap')
    .flatMap(({ fields }) => [
      textAt(fields, 'data', 'CACHE_WRITE_HOST') ?? [],
      textAt(fields, 'data', 'CACHE_READ_HOST') ?? [],
    ])
    .flat();
}

function covers(name: unknown, host: string): boolean {
  if (typeof name !== 'string') return false;
  return name.startsWith('*.')
    ? host.slice(host.indexOf('.')) === name.slice(1)
    : name === host;
}

function problemsOf(
  certificate: ManifestObject,
  hosts: readonly string[],
): Problem[] {
  const names = listAt(certificate.fields, 'spec', 'dnsNames');
  return hosts
    .filter(host => !names.some(name => covers(name, host)))
    .map(host =>
      problemAt(
        certificate,
        ['spec', 'dnsNames'],
        `${certificate.title} does not cover "${host}", which clients of the server use.`,
        'Add the name.',
      ),
    );
}

function encrypts({ set }: ValidationContext, region: RegionView): boolean {
  return (
    region.ofKind('Certificate').length > 0 ||
    set
      .ofKind('ConfigMap')
      .some(({ fields }) => textAt(fields, 'data', 'CACHE_TLS') === 'true')
  );
}

/** The certificate of each server covers every name that somebody reaches it under. */
export const certificateHosts: Rule = {
  id: 'certificate-hosts',
  severity: 'error',
  why: 'A client that checks the name of the server refuses the connection, in some region and perhaps only after a promotion.',
  check: context => {
    const { settings, spec } = context;
    return context.regions
      .filter(region => encrypts(context, region))
      .flatMap(region => {
        const certificates = region.ofKind('Certificate');
        if (certificates.length === 0) {
          return problemOf(
            `overlays/${region.name}/certificate.yaml`,
            `Clients of region "${region.name}" are told to encrypt, and its server has no certificate.`,
            'Generate the certificate.',
          );
        }
        const domain = settings.regions.find(
          ({ name }) => name === region.name,
        )?.domain;
        const hosts = new Set([
          `${spec.name}.${domain}`,
          ...clientHosts(context),
        ]);
        return certificates.flatMap(each => problemsOf(each, [...hosts]));
      });
  },
};
