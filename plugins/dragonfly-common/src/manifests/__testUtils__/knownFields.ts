import type { IStatefulSet } from 'kubernetes-models/apps/v1/StatefulSet';
import type { INetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import type { IPodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import type { IConfigMap } from 'kubernetes-models/v1/ConfigMap';
import type { IService } from 'kubernetes-models/v1/Service';
import type { IServiceAccount } from 'kubernetes-models/v1/ServiceAccount';

/** Fields of an object; `true` stands for any value, for example a map of labels. The compiler checks every name. */
type Known<T> = T extends readonly (infer Item)[]
  ? Known<Item>
  : T extends object
    ? { readonly [K in keyof T]?: Known<NonNullable<T[K]>> | true }
    : true;

const metadata = { name: true, namespace: true, labels: true } as const;
const head = { apiVersion: true, kind: true, metadata } as const;
const probe = {
  tcpSocket: { port: true },
  httpGet: { path: true, port: true },
  periodSeconds: true,
  timeoutSeconds: true,
  failureThreshold: true,
} as const;

const statefulSet: Known<IStatefulSet> = {
  ...head,
  spec: {
    replicas: true,
    serviceName: true,
    updateStrategy: { type: true },
    selector: { matchLabels: true },
    template: {
      metadata: { labels: true },
      spec: {
        serviceAccountName: true,
        automountServiceAccountToken: true,
        enableServiceLinks: true,
        terminationGracePeriodSeconds: true,
        securityContext: {
          runAsNonRoot: true,
          runAsUser: true,
          runAsGroup: true,
          fsGroup: true,
          seccompProfile: { type: true },
        },
        containers: {
          name: true,
          image: true,
          args: true,
          env: {
            name: true,
            valueFrom: { secretKeyRef: { name: true, key: true } },
          },
          ports: { name: true, containerPort: true },
          startupProbe: probe,
          livenessProbe: probe,
          readinessProbe: probe,
          resources: { requests: true, limits: true },
          securityContext: {
            allowPrivilegeEscalation: true,
            readOnlyRootFilesystem: true,
            capabilities: { drop: true },
          },
          volumeMounts: { name: true, mountPath: true, readOnly: true },
        },
        volumes: {
          name: true,
          emptyDir: {},
          configMap: { name: true },
          secret: {
            secretName: true,
            optional: true,
            defaultMode: true,
            items: { key: true, path: true },
          },
        },
      },
    },
  },
};

const service: Known<IService> = {
  ...head,
  spec: {
    type: true,
    clusterIP: true,
    externalName: true,
    publishNotReadyAddresses: true,
    selector: true,
    ports: { name: true, port: true, targetPort: true },
  },
};

const port = { protocol: true, port: true } as const;
const peer = {
  ipBlock: { cidr: true },
  namespaceSelector: { matchLabels: true },
} as const;

const networkPolicy: Known<INetworkPolicy> = {
  ...head,
  spec: {
    podSelector: { matchLabels: true },
    policyTypes: true,
    ingress: { from: peer, ports: port },
    egress: { to: peer, ports: port },
  },
};

const configMap: Known<IConfigMap> = { ...head, data: true };

const serviceAccount: Known<IServiceAccount> = {
  ...head,
  automountServiceAccountToken: true,
};

const podDisruptionBudget: Known<IPodDisruptionBudget> = {
  ...head,
  spec: { maxUnavailable: true, selector: { matchLabels: true } },
};

/** The fields that the manifests use, by `apiVersion kind`. */
export const KNOWN_FIELDS: ReadonlyMap<string, unknown> = new Map<
  string,
  unknown
>([
  ['apps/v1 StatefulSet', statefulSet],
  ['v1 Service', service],
  ['v1 ConfigMap', configMap],
  ['v1 ServiceAccount', serviceAccount],
  ['networking.k8s.io/v1 NetworkPolicy', networkPolicy],
  ['policy/v1 PodDisruptionBudget', podDisruptionBudget],
]);
