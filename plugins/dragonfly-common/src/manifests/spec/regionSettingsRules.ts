import {
  FieldError,
  RegionSettings,
  SecretStoreSettings,
  Topology,
} from '../types';
import { isCidr } from './cidr';
import {
  API_SERVER,
  CLUSTER_NAME,
  DNS_LABEL,
  DNS_NAME,
  LABEL_KEY,
  STORE_PATH,
  VISIBLE_LINE,
} from './patterns';
import { mapErrors, settingError } from './settingError';

/** `<cache>.` in front of the domain takes up to 41 characters of the 253 of a DNS name. */
const MAX_DOMAIN = 212;

function checkPlace(
  region: RegionSettings,
  field: string,
  topology: Topology | undefined,
): FieldError[] {
  const { domain, cidrs } = region;
  return [
    ...settingError(
      !DNS_NAME.test(domain) || domain.length > MAX_DOMAIN,
      `${field}.domain`,
      domain,
      `a DNS name of at most ${MAX_DOMAIN} characters, such as "region1.example.com"`,
    ),
    ...settingError(
      topology === 'replicated' && cidrs.length === 0,
      `${field}.cidrs`,
      cidrs,
      'at least one address range, because the network policy of a replicated cache lets only these reach the primary',
    ),
    ...cidrs.flatMap((cidr, position) =>
      settingError(
        !isCidr(cidr),
        `${field}.cidrs[${position}]`,
        cidr,
        'an address range such as "10.1.0.0/16" or "fd00:1::/48"',
      ),
    ),
    ...mapErrors(
      region.loadBalancerAnnotations,
      `${field}.loadBalancerAnnotations`,
      {
        key: LABEL_KEY,
        value: VISIBLE_LINE,
        expected:
          'names of annotations, each with one line of visible text, such as "networking.gke.io/load-balancer-type: Internal"',
      },
    ),
  ];
}

function checkStore(
  store: SecretStoreSettings | undefined,
  field: string,
): FieldError[] {
  if (!store) return [];
  return [
    ...settingError(
      !['SecretStore', 'ClusterSecretStore'].includes(store.kind),
      `${field}.kind`,
      store.kind,
      '"SecretStore" or "ClusterSecretStore"',
    ),
    ...settingError(
      !DNS_NAME.test(store.name),
      `${field}.name`,
      store.name,
      'the name of a secret store',
    ),
    ...settingError(
      !STORE_PATH.test(store.path),
      `${field}.path`,
      store.path,
      'a path of at most 500 visible characters without spaces, in which {{cache}} is the only placeholder and must occur, such as "caches/{{cache}}"',
    ),
  ];
}

function checkCluster(
  cluster: RegionSettings['cluster'],
  field: string,
): FieldError[] {
  if (!cluster) return [];
  return 'name' in cluster
    ? settingError(
        !CLUSTER_NAME.test(cluster.name),
        `${field}.name`,
        cluster.name,
        'the name that Argo CD knows the cluster by',
      )
    : settingError(
        !API_SERVER.test(cluster.server),
        `${field}.server`,
        cluster.server,
        'the https address of an API server, such as "https://10.0.0.1:6443"',
      );
}

/** Checks one region: its values end up in host names, network rules, object references and the README. */
export function checkRegionSettings(
  region: RegionSettings,
  index: number,
  context: { isRepeated: boolean; topology: Topology | undefined },
): FieldError[] {
  const field = `regions[${index}]`;
  const { name, title, secretStore, cluster } = region;
  return [
    ...settingError(
      !DNS_LABEL.test(name) || context.isRepeated,
      `${field}.name`,
      name,
      'a DNS label that no other region has',
    ),
    ...settingError(
      !title || title.length > 100 || !VISIBLE_LINE.test(title),
      `${field}.title`,
      title,
      'one line of visible text of 1 to 100 characters',
    ),
    ...checkPlace(region, field, context.topology),
    ...checkStore(secretStore, `${field}.secretStore`),
    ...checkCluster(cluster, `${field}.cluster`),
  ];
}
