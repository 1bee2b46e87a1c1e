import { ManifestNode } from '../source/manifestNode';
import { Word } from './commandLine';
import { Configuration } from './configurations';
import { ManifestObject, shareNamespace } from './manifestObject';

/** The configurations that a pod mounts; if its words name files among them, those alone. */
export function mountedConfigurations(
  pod: ManifestNode,
  object: ManifestObject,
  words: readonly Word[],
  configurations: readonly Configuration[],
): Configuration[] {
  const mounted = pod
    .get('volumes')
    .items()
    .flatMap(volume => [
      volume.get('configMap', 'name').text(),
      ...volume
        .get('projected', 'sources')
        .items()
        .map(source => source.get('configMap', 'name').text()),
    ]);
  const candidates = configurations.filter(
    ({ object: configMap }) =>
      configMap &&
      mounted.includes(configMap.name) &&
      shareNamespace(object, configMap),
  );
  const named = candidates.filter(({ key }) =>
    words.some(({ text }) => text.endsWith(`/${key}`)),
  );
  // A server that names its file reads no other one of the ConfigMap.
  return named.length > 0 ? named : candidates;
}
