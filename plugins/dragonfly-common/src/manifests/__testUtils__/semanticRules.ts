import { z } from 'zod';
import { KNOWN_FIELDS } from './knownFields';

const labels = z.record(z.string(), z.string());

const head = z.object({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.object({ name: z.string(), namespace: z.string(), labels }),
});

const statefulSetShape = head.extend({
  spec: z.object({
    serviceName: z.string().optional(),
    selector: z.object({ matchLabels: labels }),
    template: z.object({
      metadata: z.object({ labels }),
      spec: z.object({
        serviceAccountName: z.string(),
        containers: z.array(
          z.object({
            env: z.array(z.object({ name: z.string() })),
            ports: z.array(
              z.object({ name: z.string(), containerPort: z.number() }),
            ),
            volumeMounts: z.array(
              z.object({ name: z.string(), mountPath: z.string() }),
            ),
          }),
        ),
        volumes: z.array(
          z.object({
            name: z.string(),
            configMap: z.object({ name: z.string() }).optional(),
          }),
        ),
      }),
    }),
  }),
});

const serviceShape = head.extend({
  spec: z.object({
    type: z.string().optional(),
    clusterIP: z.string().optional(),
    selector: labels.optional(),
    ports: z.array(
      z.object({
        name: z.string(),
        port: z.number(),
        targetPort: z.string().optional(),
      }),
    ),
  }),
});

type Head = z.infer<typeof head>;
type StatefulSet = z.infer<typeof statefulSetShape>;
type Service = z.infer<typeof serviceShape>;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unknownFields(value: unknown, known: unknown, path: string): string[] {
  if (known === true) return [];
  if (Array.isArray(value)) {
    return value.flatMap((item, index) =>
      unknownFields(item, known, `${path}[${index}]`),
    );
  }
  if (!isRecord(value)) return [];
  const fields = isRecord(known) ? known : {};
  return Object.entries(value).flatMap(([field, child]) =>
    field in fields
      ? unknownFields(child, fields[field], `${path}.${field}`)
      : [`${path}.${field}: unknown field`],
  );
}

function repeated(items: string[]): string[] {
  return items.filter((item, index) => items.indexOf(item) !== index);
}

function selects(
  selector: Record<string, string>,
  target: Record<string, string>,
): boolean {
  return Object.entries(selector).every(([key, text]) => target[key] === text);
}

function serverErrors(server: StatefulSet, others: Head[]): string[] {
  const { selector, serviceName, template } = server.spec;
  const has = (kind: string, name: string | undefined) =>
    others.some(o => o.kind === kind && o.metadata.name === name);
  const pod = template.spec;
  const volumes = pod.volumes.map(({ name }) => name);
  return [
    ...(selects(selector.matchLabels, template.metadata.labels)
      ? []
      : ['spec.selector does not match the labels of the template']),
    ...(has('Service', serviceName)
      ? []
      : [`spec.serviceName "${serviceName}" is no Service`]),
    ...(has('ServiceAccount', pod.serviceAccountName)
      ? []
      : [
          `serviceAccountName "${pod.serviceAccountName}" is no ServiceAccount`,
        ]),
    ...pod.volumes.flatMap(({ configMap }) =>
      !configMap || has('ConfigMap', configMap.name)
        ? []
        : [`volume of ConfigMap "${configMap.name}", which is not there`],
    ),
    ...pod.containers.flatMap(container => [
      ...repeated(container.env.map(({ name }) => name)).map(
        name => `env "${name}" is there twice`,
      ),
      ...repeated(container.volumeMounts.map(m => m.mountPath)).map(
        path => `mountPath "${path}" is there twice`,
      ),
      ...container.volumeMounts
        .filter(({ name }) => !volumes.includes(name))
        .map(({ name }) => `volumeMount "${name}" is no volume`),
    ]),
  ];
}

function serviceErrors(service: Service, server: StatefulSet): string[] {
  const { template } = server.spec;
  const ports = template.spec.containers.flatMap(container => container.ports);
  if (service.spec.type === 'ExternalName') return [];
  return [
    ...(selects(service.spec.selector ?? {}, template.metadata.labels) &&
    service.spec.selector
      ? []
      : [`Service "${service.metadata.name}" selects no pod`]),
    ...service.spec.ports
      .filter(
        ({ port, targetPort }) =>
          !ports.some(p => p.name === targetPort && p.containerPort === port),
      )
      .map(
        ({ name }) =>
          `port "${name}" of Service "${service.metadata.name}" leads to no port of the server`,
      ),
  ];
}

/**
 * What the schemas of the Kubernetes API do not catch in the objects of one region: fields that do not exist, names
 * that lead nowhere, selectors and ports that do not fit, and repetitions.
 */
export function semanticErrors(objects: readonly unknown[]): string[] {
  const heads = objects.map(object => head.parse(object));
  const servers = objects
    .map(object => statefulSetShape.safeParse(object))
    .flatMap(result => (result.success ? [result.data] : []))
    .filter(({ kind }) => kind === 'StatefulSet');
  const services = objects
    .map(object => serviceShape.safeParse(object))
    .flatMap(result => (result.success ? [result.data] : []))
    .filter(({ kind }) => kind === 'Service');
  const ids = heads.map(
    ({ kind, metadata }) => `${kind} ${metadata.namespace}/${metadata.name}`,
  );
  return [
    ...(servers.length === 1 ? [] : [`${servers.length} StatefulSets`]),
    ...repeated(ids).map(id => `${id} is there twice`),
    ...objects.flatMap((object, index) =>
      unknownFields(
        object,
        KNOWN_FIELDS.get(`${heads[index].apiVersion} ${heads[index].kind}`),
        ids[index],
      ),
    ),
    ...servers.flatMap(server => [
      ...serverErrors(server, heads),
      ...services.flatMap(service => serviceErrors(service, server)),
    ]),
  ];
}
