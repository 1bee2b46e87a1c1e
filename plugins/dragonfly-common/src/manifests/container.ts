import { podMemoryOf } from '../sizing/podMemory';
import { PlainValue } from './kubernetesObject';
import { ResolvedCache } from './resolvedCache';
import { RESTRICTED_CONTAINER } from './securityContext';
import { PATHS, serverArguments } from './serverArguments';
import { DECISION_VOLUME } from './startGuard';
import { SERVER_TLS_VOLUME } from './tls';
import { MIB } from './units';

function resources(cache: ResolvedCache): Record<string, PlainValue> {
  const memory = podMemoryOf(cache) / MIB;
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

function volumeMounts(cache: ResolvedCache): PlainValue[] {
  const readOnly = true;
  const role =
    cache.topology === 'replicated'
      ? { name: DECISION_VOLUME, mountPath: PATHS.decision, readOnly }
      : { name: 'role', mountPath: PATHS.role, readOnly };
  const tls = { name: SERVER_TLS_VOLUME, mountPath: PATHS.tls, readOnly };
  return [
    { name: 'data', mountPath: PATHS.data },
    { name: 'temporary', mountPath: PATHS.temporary },
    role,
    { name: 'acl', mountPath: PATHS.acl, readOnly },
    ...(cache.issuer ? [tls] : []),
  ];
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
    securityContext: RESTRICTED_CONTAINER,
    volumeMounts: volumeMounts(cache),
  };
}
