import { InputError } from '@backstage/errors';
import { z } from 'zod';
import {
  configMapSchema,
  secretSchema,
  StatefulSet,
  statefulSetSchema,
} from './kubernetesSchemas';
import {
  EnvironmentVariable,
  Mount,
  RegionManifests,
  SecretValues,
  Workload,
} from './types';

type PodSpec = StatefulSet['spec']['template']['spec'];
type Container = PodSpec['containers'][number];

function ofKind<Schema extends z.ZodType>(
  schema: Schema,
  objects: unknown[],
): z.infer<Schema>[] {
  return objects.flatMap(object => {
    const parsed = schema.safeParse(object);
    return parsed.success ? [parsed.data] : [];
  });
}

function environmentOf(container: Container): EnvironmentVariable[] {
  return container.env.flatMap((variable): EnvironmentVariable[] => {
    const { name, value, valueFrom } = variable;
    const secret = valueFrom?.secretKeyRef;
    if (secret) {
      return [
        { name, kind: 'secret', secretName: secret.name, key: secret.key },
      ];
    }
    return value === undefined ? [] : [{ name, kind: 'value', value }];
  });
}

function filesOf(
  items: Array<{ key: string; path: string }> | undefined,
): Record<string, string> | undefined {
  return items && Object.fromEntries(items.map(({ key, path }) => [key, path]));
}

function sourceOf(volume: PodSpec['volumes'][number]): Mount['source'] {
  const { configMap, secret } = volume;
  if (configMap) {
    const files = filesOf(configMap.items);
    return { kind: 'config-map', name: configMap.name, files };
  }
  if (secret) {
    const files = filesOf(secret.items);
    return { kind: 'secret', name: secret.secretName, files };
  }
  return { kind: 'scratch' };
}

function mountsOf(container: Container, volumes: PodSpec['volumes']): Mount[] {
  return container.volumeMounts.map(({ name, mountPath }) => {
    const volume = volumes.find(each => each.name === name);
    return {
      path: mountPath,
      // A claimed volume is a directory like any other here.
      source: volume ? sourceOf(volume) : { kind: 'scratch' },
    };
  });
}

function workloadOf(statefulSet: StatefulSet): Workload {
  const { spec, metadata } = statefulSet;
  const pod = spec.template.spec;
  const [server, ...sidecars] = pod.containers;
  return {
    name: metadata.name,
    arguments: server.args,
    environment: environmentOf(server),
    mounts: mountsOf(server, pod.volumes),
    updateStrategy:
      spec.updateStrategy?.type === 'OnDelete' ? 'on-delete' : 'rolling',
    ignored: [
      ...pod.initContainers.map(({ name }) => `init container ${name}`),
      ...sidecars.map(({ name }) => `container ${name}`),
      ...(server.command ? [`command ${server.command.join(' ')}`] : []),
    ],
  };
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

/**
 * Reads from the objects of one region how its server is started.
 *
 * @throws Error when they do not describe exactly one server
 */
export function readRegion(
  region: string,
  objects: unknown[],
): RegionManifests {
  const statefulSets = ofKind(statefulSetSchema, objects);
  if (statefulSets.length !== 1) {
    throw new InputError(
      `The manifests of region "${region}" hold ${statefulSets.length} StatefulSets with a container; expected exactly one, which is the cache's server.`,
    );
  }
  return {
    region,
    workload: workloadOf(statefulSets[0]),
    configMaps: Object.fromEntries(
      ofKind(configMapSchema, objects).map(({ metadata, data }) => [
        metadata.name,
        data,
      ]),
    ),
    secrets: secretsOf(objects),
  };
}
