import { aclUsers } from './aclUsers';
import { NodeSettings, SNAPSHOT_NAME } from './nodeSettings';
import { CacheServer } from './types';

function quote(value: string): string {
  if (/^[\w@%+.,:/|>*~&#-]+$/.test(value)) {
    return value;
  }
  const escaped = value
    .replace(/[\\"]/g, '\\$&')
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r');
  return `"${escaped}"`;
}

/** The text of a configuration file, one directive a line; of most directives the last one counts. */
export function renderDirectives(directives: string[][]): string {
  return directives.map(words => `${words.map(quote).join(' ')}\n`).join('');
}

/** Directives that Redis before version 7 refuses to start with. */
function sinceVersionSeven(version: string): string[][] {
  return Number.parseInt(version, 10) < 7
    ? []
    : [
        // Seconds a stopping primary waits for its replicas; the default of 10 is long when the link is cut on purpose.
        ['shutdown-timeout', '1'],
        // DEBUG POPULATE fills a cache in milliseconds.
        ['enable-debug-command', 'local'],
      ];
}

/** What every Redis or Valkey of a fleet is told: loopback only, nothing on disk by itself, quick replication. */
export function commonDirectives(
  server: CacheServer,
  directory: string,
  port: number,
): string[][] {
  return [
    ['bind', '127.0.0.1'],
    ['port', String(port)],
    ['dir', directory],
    ['dbfilename', SNAPSHOT_NAME],
    ['save', ''],
    ['appendonly', 'no'],
    ['repl-diskless-sync', 'yes'],
    ['repl-diskless-sync-delay', '0'],
    ['repl-ping-replica-period', '1'],
    ['repl-timeout', '10'],
    ['repl-backlog-size', '16mb'],
    ['replica-announce-port', String(port)],
    ...sinceVersionSeven(server.version),
  ];
}

/** The configuration file of a Redis or Valkey node. It holds passwords: write it for its owner only. */
export function redisConfig(
  server: CacheServer,
  settings: NodeSettings,
  port: number,
): string {
  const { credentials, directory, replicaOf } = settings;
  return renderDirectives([
    ...commonDirectives(server, directory, port),
    ['maxmemory', String(settings.memoryBytes)],
    [
      'maxmemory-policy',
      settings.eviction === 'lru' ? 'allkeys-lru' : 'noeviction',
    ],
    ['requirepass', credentials.default.password],
    ['masterauth', credentials.default.password],
    ...aclUsers(server.flavour, credentials).map(user => [
      'user',
      user.username,
      ...user.rules,
    ]),
    ['replica-announce-ip', settings.announceAs],
    ...(replicaOf
      ? [['replicaof', replicaOf.host, String(replicaOf.port)]]
      : []),
  ]);
}
