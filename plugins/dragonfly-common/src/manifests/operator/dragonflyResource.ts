import { container } from '../container';
import { KubernetesObject } from '../kubernetesObject';
import { labelsOf } from '../names';
import { podSpec } from '../podSpec';
import { ResolvedCache } from '../resolvedCache';
import { ACL_KEY } from '../secrets';
import { operatorArguments } from './operatorArguments';

/**
 * The server as a resource of the Dragonfly operator, which makes StatefulSet, Service and pod from it. One replica: a
 * second server of the same region would be promoted by the operator, which nothing here could follow.
 */
export function dragonflyResource(cache: ResolvedCache): KubernetesObject {
  const { name, namespace, password, settings } = cache;
  const others = cache.secrets.filter(({ flag }) => flag !== password.flag);
  return {
    apiVersion: 'dragonflydb.io/v1alpha1',
    kind: 'Dragonfly',
    metadata: { name, namespace, labels: labelsOf(name) },
    spec: {
      replicas: 1,
      image: settings.image,
      // The image is pinned: a pod that is replaced must not depend on the registry.
      imagePullPolicy: 'IfNotPresent',
      args: operatorArguments(cache).map(
        ({ flag, value }) => `--${flag}=${value}`,
      ),
      authentication: {
        passwordFromSecret: {
          name: password.secretName,
          key: password.secretKey,
        },
      },
      tlsSecretRef: cache.issuer && { name: cache.names.tls },
      aclFromSecret: { name: password.secretName, key: ACL_KEY },
      env:
        others.length > 0
          ? others.map(({ flag, secretName, secretKey }) => ({
              name: `DFLY_${flag}`,
              valueFrom: { secretKeyRef: { name: secretName, key: secretKey } },
            }))
          : undefined,
      resources: container(cache).resources,
      podSecurityContext: podSpec(cache).securityContext,
      containerSecurityContext: {
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'] },
      },
      // The operator knows its own namespace: only from there may somebody reach the admin port without a password.
      networkPolicyEnabled: true,
    },
  };
}
