import { Launch } from '../../servers/types';
import { Flag, isSecretFlag } from '../flags';
import { ServerSettings } from '../serverSettings';
import { LocalServer } from './localServer';

const LOOPBACK = '127.0.0.1';

/** What a flag is here; undefined when it goes into the environment. */
function localText(
  flag: Flag,
  local: LocalServer,
  adminPort: number,
): string | undefined {
  const { name } = flag;
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
    default:
      return isSecretFlag(name) ? undefined : flag.text;
  }
}

/**
 * Starts Dragonfly as the manifests say: arguments and environment as written, but ports and directories are those of
 * this machine, and it listens on the loopback address only.
 */
export function launchDragonfly(
  { flags, environment }: ServerSettings,
  local: LocalServer,
  adminPort: number,
): Launch {
  // Flags of a flag file take its place among the arguments, in the same order.
  const written = flags.filter(({ text }) => text.startsWith('-'));
  const secretValues = written
    .filter(({ name }) => isSecretFlag(name))
    .map(({ name, value }) => [`DFLY_${name}`, value]);
  return {
    arguments: [
      ...written.flatMap(flag => localText(flag, local, adminPort) ?? []),
      ...['bind', 'admin_bind']
        .filter(name => !written.some(flag => flag.name === name))
        .map(name => `--${name}=${LOOPBACK}`),
      ...(written.some(({ name }) => name === 'port')
        ? []
        : [`--port=${local.port}`]),
    ],
    environment: {
      ...Object.fromEntries(environment),
      ...Object.fromEntries(secretValues),
    },
  };
}
