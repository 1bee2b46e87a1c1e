import { InitContainer, Mount, VolumeSource, Workload } from '../types';
import { environmentOf } from './environmentOf';
import { StatefulSet } from './kubernetesSchemas';

type PodSpec = StatefulSet['spec']['template']['spec'];
type MountingContainer = Pick<PodSpec['containers'][number], 'volumeMounts'>;

function filesOf(
  items: Array<{ key: string; path: string }> | undefined,
): Record<string, string> | undefined {
  return items && Object.fromEntries(items.map(({ key, path }) => [key, path]));
}

function sourceOf(volume: PodSpec['volumes'][number]): VolumeSource {
  const { configMap, secret } = volume;
  if (configMap) {
    const { name, items, optional } = configMap;
    return { kind: 'config-map', name, files: filesOf(items), optional };
  }
  if (secret) {
    const { secretName, items, optional } = secret;
    return {
      kind: 'secret',
      name: secretName,
      files: filesOf(items),
      optional,
    };
  }
  return { kind: 'scratch' };
}

function mountsOf(
  container: MountingContainer,
  volumes: PodSpec['volumes'],
): Mount[] {
  return container.volumeMounts.map(({ name, mountPath }) => {
    const volume = volumes.find(each => each.name === name);
    return {
      path: mountPath,
      volume: name,
      // A claimed volume is a directory like any other here.
      source: volume ? sourceOf(volume) : { kind: 'scratch' },
    };
  });
}

function initContainerOf(
  container: PodSpec['initContainers'][number],
  volumes: PodSpec['volumes'],
): InitContainer {
  return {
    name: container.name,
    kind: container.restartPolicy === 'Always' ? 'sidecar' : 'init',
    command: [...container.command, ...container.args],
    environment: environmentOf(container.env),
    mounts: mountsOf(container, volumes),
    startupProbe: container.startupProbe?.exec?.command,
  };
}

/** Reads from a StatefulSet how its server is started. */
export function workloadOfStatefulSet(statefulSet: StatefulSet): Workload {
  const { spec, metadata } = statefulSet;
  const pod = spec.template.spec;
  const [server, ...sidecars] = pod.containers;
  // Without a command it is the image that says what runs, and there are no images here.
  const runnable = pod.initContainers.filter(each => each.command.length > 0);
  const others = pod.initContainers.filter(each => !runnable.includes(each));
  return {
    name: metadata.name,
    arguments: server.args,
    environment: environmentOf(server.env),
    mounts: mountsOf(server, pod.volumes),
    initContainers: runnable.map(each => initContainerOf(each, pod.volumes)),
    updateStrategy:
      spec.updateStrategy?.type === 'OnDelete' ? 'on-delete' : 'rolling',
    ignored: [
      ...others.map(({ name }) => `init container ${name}`),
      ...sidecars.map(({ name }) => `container ${name}`),
      ...(server.command.length > 0
        ? [`command ${server.command.join(' ')}`]
        : []),
    ],
  };
}
