import { parseMemoryQuantity } from 'backstage-plugin-dragonfly-common';
import { parseAddress } from '../localAddresses';
import { LocalServer } from './localServer';

/** What becomes of a flag on Redis or Valkey: directives, or the reason why there are none. */
export type FlagTranslation = { directives: string[][] } | { reason: string };

type Translate = (value: string, local: LocalServer) => FlagTranslation;

function directives(...lines: string[][]): FlagTranslation {
  return { directives: lines };
}

function as(directive: string): Translate {
  return value => directives([directive, value]);
}

function without(reason: string): Translate {
  return () => ({ reason });
}

/** A duration that Dragonfly takes in milliseconds and Redis in whole seconds; rounded up, never to 0. */
function inSeconds(directive: string): Translate {
  return value => {
    const seconds = Math.max(1, Math.ceil(Number(value) / 1000));
    return Number.isFinite(seconds)
      ? directives([directive, String(seconds)])
      : { reason: `"${value}" is no number of milliseconds` };
  };
}

const ONE_THREAD = 'it runs commands on one thread';
const NO_ADMIN_PORT = 'it has one port only';
const LOCAL_PORT = 'the fleet chooses the ports of this machine';

/** What Redis and Valkey have in place of Dragonfly's flags. */
export const REDIS_FLAGS: Record<string, Translate> = {
  port: (_, { port, tls }) =>
    tls
      ? directives(['port', '0'], ['tls-port', String(port)])
      : directives(['port', String(port)]),
  bind: () => directives(),
  dir: (_, local) => directives(['dir', local.directory]),
  // Without a name nothing is saved, which is what `save ""` of the fleet says anyway.
  dbfilename: () => directives(),
  // Its users are translated one by one.
  aclfile: () => directives(),
  requirepass: as('requirepass'),
  masterauth: as('masterauth'),
  masteruser: as('masteruser'),
  replica_announce_ip: as('replica-announce-ip'),
  replica_priority: as('replica-priority'),
  maxclients: as('maxclients'),
  timeout: as('timeout'),
  tcp_keepalive: as('tcp-keepalive'),
  tcp_backlog: as('tcp-backlog'),
  dbnum: as('databases'),
  notify_keyspace_events: as('notify-keyspace-events'),
  slowlog_log_slower_than: as('slowlog-log-slower-than'),
  slowlog_max_len: as('slowlog-max-len'),
  acllog_max_len: as('acllog-max-len'),
  replication_timeout: inSeconds('repl-timeout'),
  maxmemory: value => {
    const bytes = parseMemoryQuantity(value);
    return bytes === undefined
      ? { reason: `"${value}" is no size` }
      : directives(['maxmemory', String(bytes)]);
  },
  cache_mode: value =>
    directives([
      'maxmemory-policy',
      value === 'true' ? 'allkeys-lru' : 'noeviction',
    ]),
  replicaof: value => {
    const primary = parseAddress(value);
    return primary
      ? directives(['replicaof', primary.host, String(primary.port)])
      : { reason: `"${value}" is no host and port` };
  },
  // Decides what `port` becomes.
  tls: () => directives(),
  tls_cert_file: as('tls-cert-file'),
  tls_key_file: as('tls-key-file'),
  tls_ca_cert_file: as('tls-ca-cert-file'),
  tls_replication: value =>
    directives(['tls-replication', value === 'true' ? 'yes' : 'no']),
  announce_port: without(LOCAL_PORT),
  proactor_threads: without(ONE_THREAD),
  num_shards: without(ONE_THREAD),
  admin_port: without(NO_ADMIN_PORT),
  admin_bind: without(NO_ADMIN_PORT),
  admin_nopass: without(NO_ADMIN_PORT),
  no_tls_on_admin_port: without(NO_ADMIN_PORT),
  primary_port_http_enabled: without('it does not speak HTTP'),
  logtostderr: without('the fleet keeps its log in a file'),
  alsologtostderr: without('the fleet keeps its log in a file'),
  log_dir: without('the fleet keeps its log in a file'),
  version_check: without('it never asks for newer versions'),
  break_replication_on_master_restart: without(
    'its replicas always follow a restarted primary, also an empty one',
  ),
  replication_acks_interval: without('its replicas acknowledge once a second'),
  shard_repl_backlog_len: without(
    'its backlog is measured in bytes; the fleet gives it 16 MB',
  ),
};

/** The reason for a flag that is not in the table. */
export const UNKNOWN_FLAG = 'it has no equivalent that this fleet knows';
