import { KubernetesObject } from '../kubernetesObject';
import { labelsOf } from '../names';
import { ResolvedCache, ResolvedRegion } from '../resolvedCache';
import { IssuerSettings } from '../types';

/** Ninety days; renewed when a third is left, so that a month remains to notice that renewal fails. */
const DURATION = '2160h0m0s';
const RENEW_BEFORE = '720h0m0s';

/** The forms in which a Service is called: in its namespace, from another one, and in full. */
function serviceNames(service: string, namespace: string): string[] {
  return [
    service,
    `${service}.${namespace}`,
    `${service}.${namespace}.svc`,
    `${service}.${namespace}.svc.cluster.local`,
  ];
}

/** Every name that the server of a region is called by, whatever its role. */
export function dnsNamesOf(
  cache: ResolvedCache,
  region: ResolvedRegion,
): string[] {
  const { names, namespace } = cache;
  const services =
    cache.topology === 'replicated'
      ? [names.write, names.read, names.server, names.replication]
      : [names.write, names.read, names.server];
  const pods =
    cache.flavour === 'operator'
      ? []
      : [`${names.server}-0.${names.server}.${namespace}.svc.cluster.local`];
  return [
    region.host,
    ...services.flatMap(service => serviceNames(service, namespace)),
    ...pods,
    'localhost',
  ];
}

/**
 * The certificate of one region's server, the same whichever region is the primary. Where `-write` is an alias of a
 * host in another region, clients still check the name they were given: so `-write` is in it, and the other hosts are not.
 */
export function certificate(
  cache: ResolvedCache,
  region: ResolvedRegion,
  issuer: IssuerSettings,
): KubernetesObject {
  return {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata: {
      name: cache.names.tls,
      namespace: cache.namespace,
      labels: labelsOf(cache.name),
    },
    spec: {
      secretName: cache.names.tls,
      issuerRef: {
        group: 'cert-manager.io',
        kind: issuer.kind,
        name: issuer.name,
      },
      dnsNames: dnsNamesOf(cache, region),
      // A replica presents it as well, to a primary that asks for one.
      usages: ['digital signature', 'server auth', 'client auth'],
      duration: DURATION,
      renewBefore: RENEW_BEFORE,
      privateKey: { algorithm: 'ECDSA', size: 256, rotationPolicy: 'Always' },
    },
  };
}
