import { FileContent } from '../source/readFile';
import { Line } from '../source/manifestNode';
import { dragonflyFlags } from './dragonflySettings';
import { describe, ManifestObject } from './manifestObject';
import { isRedisConfiguration, redisDirectives } from './redisSettings';
import { Setting } from './setting';

/** A server's configuration that is a file: a key of a ConfigMap, or a `redis.conf` beside the manifests. */
export interface Configuration {
  /** Dragonfly reads a file of flags, the others a `redis.conf`. */
  syntax: 'flags' | 'directives';
  path: string;
  line: number;
  /** Name of the file in the container. */
  key: string;
  /** The ConfigMap. */
  object?: ManifestObject;
  settings: Setting[];
}

function isFlagFile(lines: readonly Line[]): boolean {
  const meant = lines
    .map(({ text }) => text.trim())
    .filter(text => text !== '' && !text.startsWith('#'));
  return meant.length > 0 && meant.every(text => text.startsWith('-'));
}

function configurationsOfText(
  lines: Line[],
  place: Omit<Configuration, 'syntax' | 'settings'>,
): Configuration[] {
  const setting = (flag: { name: string; value: string; line: number }) => ({
    ...flag,
    place: 'file' as const,
    path: place.path,
    object: place.object && describe(place.object),
  });
  if (isFlagFile(lines)) {
    const flags = dragonflyFlags(
      lines
        .map(({ text, line }) => ({ text: text.trim(), line }))
        .filter(({ text }) => text.startsWith('-')),
    );
    return [{ ...place, syntax: 'flags', settings: flags.map(setting) }];
  }
  return isRedisConfiguration(lines)
    ? [
        {
          ...place,
          syntax: 'directives',
          settings: redisDirectives(lines).map(setting),
        },
      ]
    : [];
}

/** The configurations in ConfigMaps and in `.conf` files. */
export function configurationsIn(
  files: readonly FileContent[],
  objects: readonly ManifestObject[],
): Configuration[] {
  return [
    ...objects
      .filter(({ kind }) => kind === 'ConfigMap')
      .flatMap(object =>
        object.node
          .get('data')
          .entries()
          .filter(({ key }) => /\.(?:conf|flags)$/.test(key))
          .flatMap(({ key, value }) =>
            configurationsOfText(value.lines(), {
              path: object.path,
              key,
              line: value.line,
              object,
            }),
          ),
      ),
    ...files.flatMap(({ path, configuration }) =>
      configurationsOfText(configuration, {
        path,
        line: 1,
        key: path.slice(path.lastIndexOf('/') + 1),
      }),
    ),
  ];
}
