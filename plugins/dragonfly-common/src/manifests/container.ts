import { PlainValue } from './kubernetesObject';
import { ResolvedCache } from './resolvedCache';
import { PATHS, serverArguments } from './serverArguments';
import { MIB } from './units';

/** Memory limit of the container over the data set's limit: fragmentation, connection buffers and replication. */
const MEMORY_HEADROOM = 1.35;

function resources(cache: ResolvedCache): Record<string, PlainValue> {
  const memory = Math.ceil((cache.memoryBytes * MEMORY_HEADROOM) / MIB);
  // Requests equal limits, so that the pod is in the class that the node evicts last.
  const amount = { cpu: String(cache.threads), memory: `${memory}Mi` };
  return { requests: amount, limits: amount };
}

function probes(): Record<string, PlainValue> {
  const accepts = { tcpSocket: { port: 'admin' } };
  return {
    // Up to five minutes; a server that still loads must not be taken for a dead one.
    startupProbe: { ...accepts, periodSeconds: 5, failureThreshold: 60 },
    livenessProbe: {
      ...accepts,
      periodSeconds: 10,
      timeoutSeconds: 5,
      failureThreshold: 6,
    },
    // `/healthz` answers 503 during a full sync: right for readiness, deadly for liveness.
    readinessProbe: {
      httpGet: { path: '/healthz', port: 'admin' },
      periodSeconds: 5,
      timeoutSeconds: 3,
      failureThreshold: 2,
    },
  };
}

/** The server's container. Passwords come as variables, because arguments can be read from the process list. */
export function container(cache: ResolvedCache): Record<string, PlainValue> {
  return {
    name: 'dragonfly',
    image: cache.settings.image,
    args: serverArguments(cache).map(({ flag, value }) => `--${flag}=${value}`),
    env: cache.secrets.map(({ flag, secretName, secretKey }) => ({
      name: `DFLY_${flag}`,
      valueFrom: { secretKeyRef: { name: secretName, key: secretKey } },
    })),
    ports: [
      { name: 'dragonfly', containerPort: cache.port },
      { name: 'admin', containerPort: cache.adminPort },
    ],
    ...probes(),
    resources: resources(cache),
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    },
    volumeMounts: [
      { name: 'data', mountPath: PATHS.data },
      { name: 'temporary', mountPath: PATHS.temporary },
      // A directory, not a subPath: only then does the file follow the ConfigMap without a new pod.
      { name: 'role', mountPath: PATHS.role, readOnly: true },
      { name: 'acl', mountPath: PATHS.acl, readOnly: true },
    ],
  };
}
