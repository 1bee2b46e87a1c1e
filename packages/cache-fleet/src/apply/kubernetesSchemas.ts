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
  configMap: z.object({ name: z.string(), items: items.optional() }).optional(),
  secret: z
    .object({ secretName: z.string(), items: items.optional() })
    .optional(),
});

const container = z.object({
  name: z.string(),
  command: z.array(z.string()).optional(),
  args: z.array(z.string()).default([]),
  env: z.array(environmentVariable).default([]),
  volumeMounts: z
    .array(z.object({ name: z.string(), mountPath: z.string() }))
    .default([]),
});

/** A StatefulSet, as far as it says how a server is started. */
export const statefulSetSchema = z.object({
  kind: z.literal('StatefulSet'),
  metadata,
  spec: z.object({
    updateStrategy: z.object({ type: z.string().optional() }).optional(),
    template: z.object({
      spec: z.object({
        initContainers: z.array(z.object({ name: z.string() })).default([]),
        containers: z.array(container).nonempty(),
        volumes: z.array(volume).default([]),
      }),
    }),
    volumeClaimTemplates: z.array(z.object({ metadata })).default([]),
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

/** The catalog entity that goes with the manifests. */
export const entitySchema = z.object({
  kind: z.string(),
  metadata: z.object({
    name: z.string(),
    namespace: z.string().default('default'),
  }),
});

export type StatefulSet = z.infer<typeof statefulSetSchema>;
