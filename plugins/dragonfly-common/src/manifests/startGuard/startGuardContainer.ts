import { PlainValue } from '../kubernetesObject';
import { ResolvedCache } from '../resolvedCache';
import { RESTRICTED_CONTAINER } from '../securityContext';
import { SecretEntry } from '../secretEntries';
import { PATHS } from '../serverArguments';
import { TLS_AUTHORITY_VOLUME } from '../tls/tlsVolumes';
import { NODES_FILE, SCRIPT_FILE } from './startGuardConfigMap';

/** Volume through which the decision gets to the server. */
export const DECISION_VOLUME = 'decided-role';
const SCRIPT_VOLUME = 'start-guard';

/** How long the guard asks before the role file decides, and how long it waits for one answer. */
const DEADLINE_SECONDS = 15;
const ATTEMPT_SECONDS = 3;
/** An hour without a decision; then the kubelet starts the guard anew, which goes on asking. */
const STARTUP_FAILURES = 3600;

/** What replicas present to their primary, which opens `default` in every region. */
function passwordOf(cache: ResolvedCache): SecretEntry {
  const presented = cache.secrets.find(({ flag }) => flag === 'masterauth');
  return presented ?? cache.password;
}

function environment(cache: ResolvedCache): PlainValue[] {
  const { secretName, secretKey } = passwordOf(cache);
  const values: Record<string, string> = {
    NODES_FILE: `${PATHS.startGuard}/${NODES_FILE}`,
    ROLE_FILE: PATHS.roleFile,
    DECIDED_ROLE_FILE: PATHS.decidedRoleFile,
    DEADLINE_SECONDS: String(DEADLINE_SECONDS),
    ATTEMPT_SECONDS: String(ATTEMPT_SECONDS),
    SERVER_HOST: '127.0.0.1',
    SERVER_PORT: String(cache.adminPort),
    ...(cache.issuer && { CA_FILE: `${PATHS.tls}/ca.crt` }),
  };
  return [
    {
      name: 'REDISCLI_AUTH',
      valueFrom: { secretKeyRef: { name: secretName, key: secretKey } },
    },
    ...Object.entries(values).map(([name, value]) => ({ name, value })),
  ];
}

function mounts(cache: ResolvedCache): PlainValue[] {
  const readOnly = true;
  const authority = {
    name: TLS_AUTHORITY_VOLUME,
    mountPath: PATHS.tls,
    readOnly,
  };
  return [
    { name: SCRIPT_VOLUME, mountPath: PATHS.startGuard, readOnly },
    // A directory, not a subPath: only then does the file follow the ConfigMap without a new pod.
    { name: 'role', mountPath: PATHS.role, readOnly },
    { name: DECISION_VOLUME, mountPath: PATHS.decision },
    ...(cache.issuer ? [authority] : []),
  ];
}

/** The volumes that the guard needs and nobody else makes. */
export function startGuardVolumes(cache: ResolvedCache): PlainValue[] {
  if (cache.topology === 'independent') return [];
  return [
    { name: SCRIPT_VOLUME, configMap: { name: cache.names.startGuard } },
    // In memory: a decision must not outlive a restart of the machine.
    { name: DECISION_VOLUME, emptyDir: { medium: 'Memory', sizeLimit: '1Mi' } },
  ];
}

/**
 * The start guard as a native sidecar (Kubernetes 1.29 or later): an init container that goes on running. A plain one
 * runs once per pod, but a server that is killed starts again inside its pod, and needs a new decision then.
 */
export function startGuardContainers(
  cache: ResolvedCache,
): PlainValue[] | undefined {
  if (cache.topology === 'independent') return undefined;
  const amount = { cpu: '100m', memory: '64Mi' };
  return [
    {
      name: 'start-guard',
      image: cache.startGuardImage,
      restartPolicy: 'Always',
      command: ['/bin/sh', `${PATHS.startGuard}/${SCRIPT_FILE}`],
      env: environment(cache),
      // The server's container is not made before this succeeds: not before the first decision.
      startupProbe: {
        exec: { command: ['test', '-f', `${PATHS.decision}/decided-once`] },
        periodSeconds: 1,
        failureThreshold: STARTUP_FAILURES,
      },
      resources: { requests: amount, limits: amount },
      securityContext: RESTRICTED_CONTAINER,
      volumeMounts: mounts(cache),
    },
  ];
}
