import { Policy } from '../../policy';
import { FileContent } from '../source/readFile';
import { LIMITS } from '../source/limits';
import { Configuration, configurationsIn } from './configurations';
import { Kustomization, kustomizationsIn, patchPaths } from './kustomizations';
import { ManifestObject, objectsIn } from './manifestObject';
import { pairsOf, ReplicaPair } from './replication';
import { Selections, selectionsIn } from './selection';
import { isRedis, isReplica, Server, serversOf } from './server';
import { Setting } from './setting';

/** Everything the rules look at. */
export interface ManifestModel {
  objects: ManifestObject[];
  kustomizations: Kustomization[];
  servers: Server[];
  pairs: ReplicaPair[];
  selections: Selections;
  /** Files of Redis directives that no server among the files mounts. */
  looseConfigurations: Configuration[];
  /** Documents of all files, also those that are no Kubernetes objects. */
  files: readonly FileContent[];
  policy?: Policy;
}

/** Puts the content of files together. */
export function manifestModel(
  files: readonly FileContent[],
  policy: Policy | undefined,
): ManifestModel {
  const kustomizations = kustomizationsIn(files);
  const objects = objectsIn(files, patchPaths(kustomizations));
  const configurations = configurationsIn(files, objects);
  const servers = objects
    .flatMap(object => serversOf(object, configurations))
    .slice(0, LIMITS.servers);
  const mounted = new Set(servers.flatMap(({ settings }) => settings));
  const selections = selectionsIn(objects);
  return {
    files,
    objects,
    kustomizations,
    servers,
    pairs: pairsOf(servers, selections.services),
    selections,
    looseConfigurations: configurations.filter(
      ({ syntax, settings }) =>
        syntax === 'directives' &&
        !settings.some(setting => mounted.has(setting)),
    ),
    policy,
  };
}

/** Whether a server replicates: it follows another one, or one among the files follows it. */
export function isReplicated(server: Server, { pairs }: ManifestModel) {
  return isReplica(server) || pairs.some(pair => pair.primary === server);
}

/** Settings that belong together: those of each server, and of each file that no server mounts. */
export function settingGroups({
  looseConfigurations,
  servers,
}: Pick<ManifestModel, 'looseConfigurations' | 'servers'>): Setting[][] {
  return [
    ...servers.map(({ settings }) => settings),
    ...looseConfigurations.map(({ settings }) => settings),
  ];
}

/** The same for Redis and what descends from it. */
export function redisSettingGroups(model: ManifestModel): Setting[][] {
  return settingGroups({ ...model, servers: model.servers.filter(isRedis) });
}
