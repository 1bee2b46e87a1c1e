import { InputError } from '@backstage/errors';
import { z } from 'zod';
import {
  Certificate,
  ExternalSecret,
  RegionManifests,
  SecretValues,
  Workload,
} from '../types';
import {
  certificateSchema,
  configMapSchema,
  dragonflySchema,
  externalSecretSchema,
  objectSchema,
  secretSchema,
  statefulSetSchema,
} from './kubernetesSchemas';
import { workloadOfDragonfly } from './workloadOfDragonfly';
import { workloadOfStatefulSet } from './workloadOfStatefulSet';

/** Kinds that are read, and kinds whose work the fleet does in its own way: it has a network and never drains a node. */
const KNOWN_KINDS = new Set([
  'StatefulSet',
  'Dragonfly',
  'ConfigMap',
  'Secret',
  'ExternalSecret',
  'Certificate',
  'Service',
  'ServiceAccount',
  'NetworkPolicy',
  'PodDisruptionBudget',
]);

function ofKind<Schema extends z.ZodType>(
  schema: Schema,
  objects: unknown[],
): z.infer<Schema>[] {
  return objects.flatMap(object => {
    const parsed = schema.safeParse(object);
    return parsed.success ? [parsed.data] : [];
  });
}

function secretsOf(objects: unknown[]): SecretValues {
  return Object.fromEntries(
    ofKind(secretSchema, objects).map(secret => [
      secret.metadata.name,
      {
        ...Object.fromEntries(
          Object.entries(secret.data).map(([key, value]) => [
            key,
            Buffer.from(value, 'base64').toString('utf8'),
          ]),
        ),
        ...secret.stringData,
      },
    ]),
  );
}

function externalSecretsOf(objects: unknown[]): ExternalSecret[] {
  return ofKind(externalSecretSchema, objects).map(({ metadata, spec }) => ({
    secretName: spec.target?.name ?? metadata.name,
    properties: Object.fromEntries(
      spec.data.map(({ secretKey, remoteRef }) => [
        secretKey,
        remoteRef.property ?? remoteRef.key,
      ]),
    ),
    templates: spec.target?.template?.data ?? {},
  }));
}

function certificatesOf(objects: unknown[]): Certificate[] {
  return ofKind(certificateSchema, objects).map(({ spec }) => ({
    secretName: spec.secretName,
    dnsNames: spec.dnsNames,
  }));
}

function workloadsOf(objects: unknown[]): Workload[] {
  return [
    ...ofKind(statefulSetSchema, objects).map(workloadOfStatefulSet),
    ...ofKind(dragonflySchema, objects).map(workloadOfDragonfly),
  ];
}

/**
 * Reads from the objects of one region how its server is started.
 *
 * @throws Error when they do not describe exactly one server
 */
export function readRegion(
  region: string,
  objects: unknown[],
): RegionManifests {
  const workloads = workloadsOf(objects);
  if (workloads.length !== 1) {
    throw new InputError(
      `The manifests of region "${region}" hold ${workloads.length} StatefulSets with a container, or Dragonfly resources; expected exactly one, which is the cache's server.`,
    );
  }
  return {
    region,
    workload: workloads[0],
    configMaps: Object.fromEntries(
      ofKind(configMapSchema, objects).map(({ metadata, data }) => [
        metadata.name,
        data,
      ]),
    ),
    secrets: secretsOf(objects),
    externalSecrets: externalSecretsOf(objects),
    certificates: certificatesOf(objects),
    unread: ofKind(objectSchema, objects)
      .filter(({ kind }) => !KNOWN_KINDS.has(kind))
      .map(({ kind, metadata }) => `${kind} ${metadata.name}`),
  };
}
