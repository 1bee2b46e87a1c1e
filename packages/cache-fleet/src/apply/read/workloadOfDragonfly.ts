import { InputError } from '@backstage/errors';
import { EnvironmentVariable, Mount, Workload } from '../types';
import { environmentOf } from './environmentOf';
import { DragonflyResource } from './kubernetesSchemas';

const ACL_FOLDER = '/var/lib/dragonfly';
const ACL_FILE = 'dragonfly.acl';
const TLS_FOLDER = '/etc/dragonfly/tls';

type Spec = DragonflyResource['spec'];

/** What version 1.6.1 of the operator passes to every server. */
const OPERATORS_ARGUMENTS = [
  '--alsologtostderr',
  '--break_replication_on_master_restart=true',
  '--primary_port_http_enabled=false',
  '--admin_port=9999',
  '--admin_nopass',
];

function operatorsArguments({ aclFromSecret, tlsSecretRef }: Spec): string[] {
  return [
    ...OPERATORS_ARGUMENTS,
    ...(aclFromSecret ? [`--aclfile=${ACL_FOLDER}/${ACL_FILE}`] : []),
    ...(tlsSecretRef
      ? [
          '--tls',
          '--no_tls_on_admin_port',
          `--tls_cert_file=${TLS_FOLDER}/tls.crt`,
          `--tls_key_file=${TLS_FOLDER}/tls.key`,
        ]
      : []),
  ];
}

function passwordOf({ authentication }: Spec): EnvironmentVariable[] {
  const from = authentication?.passwordFromSecret;
  return from
    ? [
        {
          name: 'DFLY_requirepass',
          kind: 'secret',
          secretName: from.name,
          key: from.key,
        },
      ]
    : [];
}

function mountsOf({ aclFromSecret, tlsSecretRef }: Spec): Mount[] {
  const acl: Mount[] = aclFromSecret
    ? [
        {
          path: ACL_FOLDER,
          volume: 'dragonfly-acl',
          source: {
            kind: 'secret',
            name: aclFromSecret.name,
            files: { [aclFromSecret.key]: ACL_FILE },
          },
        },
      ]
    : [];
  const tls: Mount[] = tlsSecretRef
    ? [
        {
          path: TLS_FOLDER,
          volume: 'dragonfly-tls',
          source: { kind: 'secret', name: tlsSecretRef.name },
        },
      ]
    : [];
  return [...acl, ...tls];
}

/**
 * Reads from a resource of the Dragonfly operator how the server that the operator makes of it is started.
 *
 * @throws InputError when it asks for more than one server, among which the operator would choose a primary
 */
export function workloadOfDragonfly(resource: DragonflyResource): Workload {
  const { metadata, spec } = resource;
  if (spec.replicas !== 1) {
    throw new InputError(
      `Dragonfly "${metadata.name}" has ${spec.replicas} replicas; expected 1, because the fleet runs no operator that would choose a primary among them.`,
    );
  }
  return {
    name: metadata.name,
    arguments: [...operatorsArguments(spec), ...spec.args],
    environment: [...passwordOf(spec), ...environmentOf(spec.env)],
    mounts: mountsOf(spec),
    initContainers: [],
    // The operator replaces a pod whose resource changed.
    updateStrategy: 'rolling',
    ignored: [],
  };
}
