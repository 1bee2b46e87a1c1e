import { ManifestNode } from '../source/manifestNode';
import { commandWords, startsWithScript } from './commandLine';
import { Configuration } from './configurations';
import { dragonflyFlags, Flag } from './dragonflySettings';
import { Engine, engineOf, engineOfProgram, serverWords } from './engine';
import { environmentSettings } from './environment';
import { Image, parseImage } from './image';
import { describe, ManifestObject } from './manifestObject';
import { mountedConfigurations } from './mountedConfigurations';
import { redisOptions } from './redisSettings';
import { isOn, REPLICA_OF, Setting, settingOf } from './setting';
import { podOf, podTemplateOf, WORKLOAD_KINDS } from './workload';

/** A container, or an operator's resource, that serves a cache. */
export interface Server {
  engine: Engine;
  object: ManifestObject;
  /** The operator makes the pods from its own resource, and decides most of what they are. */
  operator: boolean;
  /** Pod spec; the resource's spec where an operator makes the pod. */
  pod: ManifestNode;
  container: ManifestNode;
  /** Labels of its pods. */
  labels: Record<string, string>;
  image?: Image & { line: number };
  /** From the least to the most important: environment, mounted files, arguments. */
  settings: Setting[];
  /** A script decides the arguments, so that what is not there may be there all the same. */
  scripted: boolean;
}

function settingsFrom(
  flags: Flag[],
  place: Setting['place'],
  object: ManifestObject,
): Setting[] {
  return flags.map(flag => ({
    ...flag,
    place,
    path: object.path,
    object: describe(object),
  }));
}

function serverOf(
  object: ManifestObject,
  pod: ManifestNode,
  container: ManifestNode,
  labels: Record<string, string>,
  configurations: readonly Configuration[],
): Server[] {
  const operator = object.kind === 'Dragonfly';
  const words = commandWords(container);
  const engine = operator ? 'dragonfly' : engineOf(container, words);
  if (engine === undefined) return [];
  const own = serverWords(words);
  const image = container.get('image');
  const text = image.text();
  const files = mountedConfigurations(
    pod,
    object,
    words,
    configurations,
  ).filter(({ syntax }) => (syntax === 'flags') === (engine === 'dragonfly'));
  return [
    {
      engine,
      object,
      operator,
      pod,
      container,
      labels,
      image: text ? { ...parseImage(text), line: image.line } : undefined,
      settings: [
        ...settingsFrom(
          environmentSettings(container, engine),
          'environment',
          object,
        ),
        ...files.flatMap(({ settings }) => settings),
        ...settingsFrom(
          engine === 'dragonfly' ? dragonflyFlags(own) : redisOptions(own),
          'arguments',
          object,
        ),
      ],
      scripted:
        startsWithScript(container) &&
        !words.some(word => engineOfProgram(word.text) !== undefined),
    },
  ];
}

/** Labels that the Dragonfly operator gives the pods of a resource. */
function operatorLabels(name: string): Record<string, string> {
  return {
    app: name,
    'app.kubernetes.io/name': 'dragonfly',
    'app.kubernetes.io/part-of': 'dragonfly',
  };
}

/** The servers that an object runs; none for most objects. */
export function serversOf(
  object: ManifestObject,
  configurations: readonly Configuration[],
): Server[] {
  const { apiVersion, kind, name, node } = object;
  if (kind === 'Dragonfly' && apiVersion.startsWith('dragonflydb.io/')) {
    const spec = node.get('spec');
    return serverOf(object, spec, spec, operatorLabels(name), configurations);
  }
  if (!WORKLOAD_KINDS.includes(kind)) return [];
  const pod = podOf(object);
  const labels = podTemplateOf(object).get('metadata', 'labels').strings();
  return pod
    .get('containers')
    .items()
    .flatMap(container =>
      serverOf(object, pod, container, labels, configurations),
    );
}

/** Whether a server follows another one, in at least one region; KeyDB's active replicas follow each other on purpose. */
export function isReplica({ settings }: Server): boolean {
  const target = settingOf(settings, ...REPLICA_OF)?.value.trim() ?? '';
  return (
    target !== '' &&
    target.toLowerCase() !== 'no one' &&
    !isOn(settings, 'active-replica')
  );
}

/** Redis and what descends from it. */
export function isRedis({ engine }: Server): boolean {
  return engine !== 'dragonfly';
}
