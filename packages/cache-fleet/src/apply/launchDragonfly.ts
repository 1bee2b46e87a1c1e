import { join, posix } from 'node:path';
import { Launch } from '../servers/types';
import { Flag } from './flags';
import { LocalServer } from './localServer';
import { podFileAt, readPodFile } from './podFiles';
import { serverSettings } from './serverSettings';
import { RegionManifests, SecretValues } from './types';

/** A file to write before the server starts. */
export interface LocalFile {
  name: string;
  text: string;
}

/** What {@link launchDragonfly} needs to know. */
export interface DragonflyStart {
  manifests: RegionManifests;
  secrets: SecretValues;
  local: LocalServer;
  adminPort: number;
}

const LOOPBACK = '127.0.0.1';
// Flags whose value is a secret: as arguments they would be readable by everybody on this machine.
const SECRET_FLAGS = ['requirepass', 'masterauth'];

/** What a flag is here; undefined when it goes into the environment. */
function localText(flag: Flag, start: DragonflyStart): string | undefined {
  const { manifests, local, adminPort } = start;
  const { name, value } = flag;
  switch (name) {
    case 'port':
      return `--port=${local.port}`;
    case 'admin_port':
      return `--admin_port=${adminPort}`;
    case 'bind':
    case 'admin_bind':
      return `--${name}=${LOOPBACK}`;
    case 'dir':
    case 'log_dir':
      return `--${name}=${local.directory}`;
    case 'replicaof':
      return local.primary
        ? `--replicaof=${local.primary.host}:${local.primary.port}`
        : flag.text;
    default:
      if (SECRET_FLAGS.includes(name)) {
        return undefined;
      }
      return podFileAt(manifests.workload.mounts, value)
        ? `--${name}=${join(local.directory, posix.basename(value))}`
        : flag.text;
  }
}

/**
 * Starts Dragonfly as the manifests say: arguments and environment as written, but ports, directories and hosts are
 * those of this machine, and it listens on the loopback address only.
 */
export function launchDragonfly(
  start: DragonflyStart,
): Launch & { files: LocalFile[] } {
  const { manifests, secrets } = start;
  const { flags, environment } = serverSettings(manifests, secrets);
  // Flags of a flag file take its place among the arguments, in the same order.
  const written = flags.filter(({ text }) => text.startsWith('-'));
  const files = written.flatMap(({ value }): LocalFile[] =>
    podFileAt(manifests.workload.mounts, value)
      ? [
          {
            name: posix.basename(value),
            text: readPodFile(manifests, secrets, value),
          },
        ]
      : [],
  );
  const secretValues = written
    .filter(({ name }) => SECRET_FLAGS.includes(name))
    .map(({ name, value }) => [`DFLY_${name}`, value]);
  return {
    arguments: [
      ...written.flatMap(flag => localText(flag, start) ?? []),
      ...['bind', 'admin_bind']
        .filter(name => !written.some(flag => flag.name === name))
        .map(name => `--${name}=${LOOPBACK}`),
      ...(written.some(({ name }) => name === 'port')
        ? []
        : [`--port=${start.local.port}`]),
    ],
    environment: {
      ...Object.fromEntries(environment),
      ...Object.fromEntries(secretValues),
    },
    files,
  };
}
