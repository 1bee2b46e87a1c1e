import { z } from 'zod';

const metadata = z.object({ name: z.string() });

const environmentVariable = z.object({
  name: z.string(),
  value: z.string().optional(),
  valueFrom: z
    .object({
      secretKeyRef: z.object({ name: z.string(), key: z.string() }).optional(),
    })
    .optional(),
});

const items = z.array(z.object({ key: z.string(), path: z.string() }));

const volume = z.object({
  name: z.string(),
  emptyDir: z.object({}).optional(),
  configMap: z
    .object({
      name: z.string(),
      items: items.optional(),
      optional: z.boolean().optional(),
    })
    .optional(),
  secret: z
    .object({
      secretName: z.string(),
      items: items.optional(),
      optional: z.boolean().optional(),
    })
    .optional(),
});

const container = z.object({
  name: z.string(),
  command: z.array(z.string()).default([]),
  args: z.array(z.string()).default([]),
  env: z.array(environmentVariable).default([]),
  volumeMounts: z
    .array(z.object({ name: z.string(), mountPath: z.string() }))
    .default([]),
});

const initContainer = container.extend({
  restartPolicy: z.string().optional(),
  startupProbe: z
    .object({ exec: z.object({ command: z.array(z.string()) }).optional() })
    .optional(),
});

/** A StatefulSet, as far as it says how a server is started. */
export const statefulSetSchema = z.object({
  kind: z.literal('StatefulSet'),
  metadata,
  spec: z.object({
    updateStrategy: z.object({ type: z.string().optional() }).optional(),
    template: z.object({
      spec: z.object({
        initContainers: z.array(initContainer).default([]),
        containers: z.array(container).nonempty(),
        volumes: z.array(volume).default([]),
      }),
    }),
    volumeClaimTemplates: z.array(z.object({ metadata })).default([]),
  }),
});

const secretKey = z.object({ name: z.string(), key: z.string() });

/** A resource of the Dragonfly operator, as far as it says how a server is started. */
export const dragonflySchema = z.object({
  kind: z.literal('Dragonfly'),
  metadata,
  spec: z.object({
    replicas: z.number().default(1),
    args: z.array(z.string()).default([]),
    env: z.array(environmentVariable).default([]),
    authentication: z
      .object({ passwordFromSecret: secretKey.optional() })
      .optional(),
    aclFromSecret: secretKey.optional(),
    tlsSecretRef: z.object({ name: z.string() }).optional(),
  }),
});

const data = z.record(z.string(), z.string()).default({});

/** A ConfigMap with text. */
export const configMapSchema = z.object({
  kind: z.literal('ConfigMap'),
  metadata,
  data,
});

/** A Secret that is part of the manifests. */
export const secretSchema = z.object({
  kind: z.literal('Secret'),
  metadata,
  data,
  stringData: data,
});

/** What the External Secrets operator makes a Secret of. */
export const externalSecretSchema = z.object({
  kind: z.literal('ExternalSecret'),
  metadata,
  spec: z.object({
    target: z
      .object({
        name: z.string().optional(),
        template: z.object({ data }).optional(),
      })
      .optional(),
    data: z
      .array(
        z.object({
          secretKey: z.string(),
          remoteRef: z.object({
            key: z.string(),
            property: z.string().optional(),
          }),
        }),
      )
      .default([]),
  }),
});

/** What cert-manager makes a Secret of. */
export const certificateSchema = z.object({
  kind: z.literal('Certificate'),
  metadata,
  spec: z.object({
    secretName: z.string(),
    dnsNames: z.array(z.string()).default([]),
  }),
});

/** Any object of a cluster. */
export const objectSchema = z.object({ kind: z.string(), metadata });

/** The catalog entity that goes with the manifests. */
export const entitySchema = z.object({
  kind: z.string(),
  metadata: z.object({
    name: z.string(),
    namespace: z.string().default('default'),
  }),
});

export type EnvironmentVariables = z.infer<typeof environmentVariable>[];
export type StatefulSet = z.infer<typeof statefulSetSchema>;
export type DragonflyResource = z.infer<typeof dragonflySchema>;
