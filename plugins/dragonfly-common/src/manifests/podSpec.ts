import { container } from './container';
import { PlainValue } from './kubernetesObject';
import { ResolvedCache } from './resolvedCache';

/** User of the server in the official image. */
const DRAGONFLY_ID = 999;

/** The pod of a cache: one container, no privileges, nothing that survives it. */
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
    containers: [container(cache)],
    volumes: [
      { name: 'data', emptyDir: {} },
      { name: 'temporary', emptyDir: {} },
      { name: 'role', configMap: { name: cache.names.role } },
      {
        name: 'acl',
        secret: {
          secretName: cache.password.secretName,
          // Without the key the file is missing, and the server starts with the password alone.
          optional: true,
          defaultMode: 0o440,
          items: [{ key: 'acl', path: 'users.acl' }],
        },
      },
    ],
  };
}
