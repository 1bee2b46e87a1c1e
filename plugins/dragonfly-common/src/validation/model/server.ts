import { Fields, fieldsAt, listAt, Pointer, textAt, valueAt } from './fields';
import { ManifestObject } from './ManifestObject';

/** A container of a pod, and where it stands. */
export interface Container {
  fields: Fields;
  pointer: Pointer;
  name: string;
}

/** A port that a pod offers. */
export interface PodPort {
  name: string;
  port: number;
}

/** What makes the pods of a region: a StatefulSet, or a resource that the Dragonfly operator makes one from. */
export interface ServerObject {
  object: ManifestObject;
  /** Where the description of the pod stands. */
  pod: Pointer;
  /** Labels of its pods. */
  labels: Fields;
  ports: PodPort[];
  containers: Container[];
  /** The container of the server itself. */
  server: Container;
}

/** Port of the admin connection in the operator's pods. */
const OPERATOR_PORTS: PodPort[] = [
  { name: 'redis', port: 6379 },
  { name: 'admin', port: 9999 },
];

function containersAt(object: ManifestObject, pointer: Pointer): Container[] {
  return listAt(object.fields, ...pointer).map((_item, index) => {
    const place = [...pointer, index];
    const fields = fieldsAt(object.fields, ...place);
    return { fields, pointer: place, name: textAt(fields, 'name') ?? '' };
  });
}

function portsOf(containers: readonly Container[]): PodPort[] {
  return containers.flatMap(({ fields }) =>
    listAt(fields, 'ports').map(port => ({
      name: textAt(port, 'name') ?? '',
      port: Number(valueAt(port, 'containerPort')),
    })),
  );
}

function statefulSetServer(object: ManifestObject): ServerObject | undefined {
  const pod = ['spec', 'template', 'spec'];
  const containers = containersAt(object, [...pod, 'containers']);
  const server = containers.find(({ name }) => name === 'dragonfly');
  if (!server) return undefined;
  const all = [
    ...containersAt(object, [...pod, 'initContainers']),
    ...containers,
  ];
  return {
    object,
    pod,
    labels: fieldsAt(object.fields, 'spec', 'template', 'metadata', 'labels'),
    ports: portsOf(all),
    containers: all,
    server,
  };
}

function operatorServer(object: ManifestObject): ServerObject {
  const fields = fieldsAt(object.fields, 'spec');
  const server = { fields, pointer: ['spec'], name: object.name };
  return {
    object,
    pod: ['spec'],
    // As the operator labels its pods; `role` is set once it knows which of them takes writes.
    labels: {
      app: object.name,
      'app.kubernetes.io/name': 'dragonfly',
      'app.kubernetes.io/part-of': 'dragonfly',
      role: 'master',
    },
    ports: OPERATOR_PORTS,
    containers: [server],
    server,
  };
}

/** The pods that an object makes, when it makes those of a cache. */
export function serverOf(object: ManifestObject): ServerObject | undefined {
  if (object.kind === 'StatefulSet') return statefulSetServer(object);
  return object.kind === 'Dragonfly' ? operatorServer(object) : undefined;
}
