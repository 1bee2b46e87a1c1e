import { parse } from 'yaml';
import { z } from 'zod';
import { RenderedManifests } from '../types';
import { contentOf } from './caches';

const strings = z.record(z.string(), z.string());

const service = z.object({
  kind: z.literal('Service'),
  metadata: z.object({ name: z.string() }),
  spec: z.object({
    type: z.string().optional(),
    clusterIP: z.string().optional(),
    publishNotReadyAddresses: z.boolean().optional(),
    externalName: z.string().optional(),
    selector: strings.optional(),
    ports: z.array(
      z.object({
        name: z.string(),
        port: z.number(),
        targetPort: z.string().optional(),
      }),
    ),
  }),
});

const guard = z.looseObject({
  name: z.literal('start-guard'),
  image: z.string(),
  command: z.array(z.string()),
  env: z.array(z.looseObject({ name: z.string() })),
  volumeMounts: z.array(z.looseObject({ name: z.string() })),
});

const pod = z.looseObject({
  initContainers: z.tuple([guard]).optional(),
  containers: z.tuple([
    z.looseObject({
      image: z.string(),
      args: z.array(z.string()),
      env: z.array(
        z.object({
          name: z.string(),
          valueFrom: z.object({
            secretKeyRef: z.object({ name: z.string(), key: z.string() }),
          }),
        }),
      ),
      resources: z.object({ requests: strings, limits: strings }),
      volumeMounts: z.array(z.looseObject({ name: z.string() })),
    }),
  ]),
  volumes: z.array(z.looseObject({ name: z.string() })),
});

const statefulSet = z.looseObject({
  spec: z.looseObject({ template: z.object({ spec: pod }).loose() }),
});

const configMap = z.object({ data: strings }).loose();

const identity = z.object({
  kind: z.string(),
  metadata: z.object({ namespace: z.string(), name: z.string() }),
});

/** `Kind namespace/name` of each object, sorted. */
export function identitiesOf(objects: readonly unknown[]): string[] {
  return objects
    .map(object => identity.parse(object))
    .map(
      ({ kind, metadata }) => `${kind} ${metadata.namespace}/${metadata.name}`,
    )
    .sort();
}

/** The Service of that name among the objects; fails when there is none. */
export function serviceIn(objects: readonly unknown[], name: string) {
  const found = objects
    .map(object => service.safeParse(object))
    .find(result => result.success && result.data.metadata.name === name);
  if (!found?.success) throw new Error(`Found no Service "${name}"`);
  return found.data.spec;
}

/** The pod of the generated StatefulSet. */
export function podIn(manifests: RenderedManifests) {
  const text = contentOf(manifests, 'base/stateful-set.yaml');
  return statefulSet.parse(parse(text)).spec.template.spec;
}

/** The container of the generated StatefulSet. */
export function containerIn(manifests: RenderedManifests) {
  return podIn(manifests).containers[0];
}

/** The start guard of the generated StatefulSet; fails when there is none. */
export function guardIn(manifests: RenderedManifests) {
  const [found] = podIn(manifests).initContainers ?? [];
  if (!found) throw new Error('Found no start guard');
  return found;
}

/** The role file of one region. */
export function roleFileIn(manifests: RenderedManifests, region: string) {
  const text = contentOf(manifests, `overlays/${region}/role-config-map.yaml`);
  return configMap.parse(parse(text)).data['role.flags'];
}

/** The value of a flag on the server's command line; `undefined` when it is not there. */
export function flagIn(manifests: RenderedManifests, flag: string) {
  const prefix = `--${flag}=`;
  return containerIn(manifests)
    .args.find(argument => argument.startsWith(prefix))
    ?.slice(prefix.length);
}
