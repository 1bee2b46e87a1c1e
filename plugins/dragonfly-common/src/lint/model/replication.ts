import { picking, Selecting } from './selection';
import { isRedis, isReplica, Server } from './server';
import { REPLICA_OF, Setting, settingOf } from './setting';

/** A replica and the server it follows, both among the files. */
export interface ReplicaPair {
  primary: Server;
  replica: Server;
}

/** What a replica was told to follow. */
export interface Target {
  host: string;
  port?: number;
  setting: Setting;
}

/** Whom a server follows: `host:port` for Dragonfly, `host port` for Redis; an IPv6 address is in brackets. */
export function targetOf(server: Server): Target | undefined {
  const setting = settingOf(server.settings, ...REPLICA_OF);
  if (!setting || !isReplica(server)) return undefined;
  const value = setting.value.trim();
  const separator = value.includes(' ')
    ? value.indexOf(' ')
    : value.lastIndexOf(':');
  if (separator === -1) return { host: value, setting };
  const port = Number(value.slice(separator + 1));
  return {
    host: value.slice(0, separator),
    port: Number.isInteger(port) && port > 0 ? port : undefined,
    setting,
  };
}

function primaryOf(
  replica: Server,
  servers: readonly Server[],
  services: readonly Selecting[],
): Server | undefined {
  const label = targetOf(replica)?.host.split('.')[0] ?? '';
  const others = servers.filter(
    server =>
      server.object !== replica.object &&
      isRedis(server) === isRedis(replica) &&
      !server.object.partial,
  );
  const named = services.filter(({ object }) => object.name === label);
  const byService = others.find(server => picking(named, server).length > 0);
  const byPod = others.find(({ object }) =>
    [object.name, `${object.name}-0`].includes(label),
  );
  // Two regions often run the same object from two files.
  const twin = others.find(
    server =>
      !isReplica(server) &&
      server.object.name === replica.object.name &&
      server.object.kind === replica.object.kind,
  );
  return twin ?? byPod ?? byService;
}

/** The pairs among the servers; a replica whose primary is not among the files is in none. */
export function pairsOf(
  servers: readonly Server[],
  services: readonly Selecting[],
): ReplicaPair[] {
  return servers.filter(isReplica).flatMap(replica => {
    const primary = primaryOf(replica, servers, services);
    return primary ? [{ primary, replica }] : [];
  });
}
