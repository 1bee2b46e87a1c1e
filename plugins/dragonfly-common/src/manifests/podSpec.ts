import { container } from './container';
import { PlainValue } from './kubernetesObject';
import { ResolvedCache } from './resolvedCache';
import { startGuardContainers, startGuardVolumes } from './startGuard';
import { tlsVolumes } from './tls';

/** User of the server in the official image. */
const DRAGONFLY_ID = 999;

/** The pod of a cache: the server and what decides its role, no privileges, nothing that survives it. */
export function podSpec(cache: ResolvedCache): Record<string, PlainValue> {
  return {
    serviceAccountName: cache.names.server,
    automountServiceAccountToken: false,
    // A Service called `dfly-...` in the namespace would become a DFLY_ variable, an unknown flag that stops the start.
    enableServiceLinks: false,
    terminationGracePeriodSeconds: 60,
    securityContext: {
      runAsNonRoot: true,
      runAsUser: DRAGONFLY_ID,
      runAsGroup: DRAGONFLY_ID,
      fsGroup: DRAGONFLY_ID,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    initContainers: startGuardContainers(cache),
    containers: [container(cache)],
    volumes: [
      { name: 'data', emptyDir: {} },
      { name: 'temporary', emptyDir: {} },
      { name: 'role', configMap: { name: cache.names.role } },
      {
        name: 'acl',
        secret: {
          secretName: cache.password.secretName,
          defaultMode: 0o440,
          items: [{ key: 'acl', path: 'users.acl' }],
        },
      },
      ...startGuardVolumes(cache),
      ...tlsVolumes(cache),
    ],
  };
}
