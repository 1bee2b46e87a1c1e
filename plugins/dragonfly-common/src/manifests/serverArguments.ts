import { ServerArgument } from '../policy/types';
import { CommandArgument, DeviationOfArgument } from './commandArgument';
import { FLAG_VALUE } from './spec/patterns';
import { replicationSafety, replicationTuning } from './replicationArguments';
import { ResolvedCache } from './resolvedCache';
import { policyArguments, variableOf } from './secretEntries';
import { isServerFlag } from './serverFlags';
import { TLS_FOLDER, tlsArguments } from './tls/tlsArguments';
import { toServerSize } from './units';

/** Where the container finds what it mounts. */
export const PATHS = {
  data: '/data',
  temporary: '/tmp',
  role: '/etc/dragonfly/role',
  roleFile: '/etc/dragonfly/role/role.flags',
  startGuard: '/etc/dragonfly/start-guard',
  /** What the start guard has decided; empty again as soon as the server has read it. */
  decision: '/run/dragonfly',
  decidedRoleFile: '/run/dragonfly/role.flags',
  tls: TLS_FOLDER,
  acl: '/etc/dragonfly/acl',
  aclFile: '/etc/dragonfly/acl/users.acl',
} as const;

/** Flags whose value depends on the request or the region, so that the ADR's text cannot decide them. */
const DECIDED_ELSEWHERE = new Set([
  'requirepass',
  'masterauth',
  'replicaof',
  'replica_announce_ip',
]);

function isTakenOver(cache: ResolvedCache, argument: ServerArgument): boolean {
  return (
    !DECIDED_ELSEWHERE.has(argument.flag) &&
    variableOf(argument) === undefined &&
    isServerFlag(argument.flag, cache.settings.serverVersion) &&
    FLAG_VALUE.test(argument.value ?? '')
  );
}

function adrText(cache: ResolvedCache, flag: string): string | undefined {
  return cache.policy.primary.arguments.find(
    argument => argument.flag === flag && isTakenOver(cache, argument),
  )?.value;
}

function memoryText(cache: ResolvedCache): string {
  const same = cache.memoryBytes === cache.policy.primary.memoryBytes.value;
  return (
    (same ? adrText(cache, 'maxmemory') : undefined) ??
    toServerSize(cache.memoryBytes)
  );
}

function cacheModeText(cache: ResolvedCache): string {
  const evicts = cache.useCase.eviction === 'lru';
  const same = evicts === cache.policy.primary.cacheMode.value;
  return (same ? adrText(cache, 'cache_mode') : undefined) ?? String(evicts);
}

/** A server that replicates waits for the start guard; one on its own has nothing to decide. */
function roleFileOf({ topology }: ResolvedCache): string {
  return topology === 'replicated' ? PATHS.decidedRoleFile : PATHS.roleFile;
}

function fixedArguments(cache: ResolvedCache): CommandArgument[] {
  const argument = (
    flag: string,
    value: string,
    deviation: DeviationOfArgument,
  ): CommandArgument => ({
    flag,
    value,
    deviation,
  });
  return [
    argument('flagfile', roleFileOf(cache), 'role-outside-pod-template'),
    argument('port', String(cache.port), 'explicit-port'),
    argument('admin_port', String(cache.adminPort), 'admin-port'),
    argument('primary_port_http_enabled', 'false', 'admin-port'),
    argument('aclfile', PATHS.aclFile, 'acl-users'),
    argument('maxmemory', memoryText(cache), 'memory-as-asked'),
    argument('proactor_threads', String(cache.threads), 'threads-bounded'),
    argument('cache_mode', cacheModeText(cache), 'cache-mode-per-use-case'),
    argument('dir', PATHS.data, 'no-snapshot'),
    argument('dbfilename', '', 'no-snapshot'),
    argument('logtostderr', 'true', 'log-to-stderr'),
    argument('version_check', 'false', 'no-version-check'),
    ...replicationSafety(cache),
    ...tlsArguments(cache),
  ];
}

/** Arguments of the ADR that are not handed on because the server does not know them or cannot be given them safely. */
export function droppedArguments(cache: ResolvedCache): ServerArgument[] {
  const fed = new Set(cache.secrets.map(({ flag }) => flag));
  return policyArguments(cache.policy, cache.topology).filter(
    argument =>
      !isTakenOver(cache, argument) &&
      !DECIDED_ELSEWHERE.has(argument.flag) &&
      !fed.has(argument.flag),
  );
}

/**
 * The server's command line, the same in every region: what depends on the region is in the role file.
 *
 * An argument that only the ADR has is handed on as it is, and the ADR's replication figures win over the defaults
 * here, so that a newer ADR takes effect without a new generator.
 */
export function serverArguments(cache: ResolvedCache): CommandArgument[] {
  const adr = policyArguments(cache.policy, cache.topology).filter(argument =>
    isTakenOver(cache, argument),
  );
  const valueInAdr = new Map(
    adr.map(({ flag, value }) => [flag, value ?? 'true']),
  );
  const tunable = replicationTuning(cache).map(argument => ({
    ...argument,
    value: valueInAdr.get(argument.flag) ?? argument.value,
  }));
  const chosen = [...fixedArguments(cache), ...tunable];
  const chosenFlags = new Set(chosen.map(({ flag }) => flag));
  const handedOn = adr
    .filter(({ flag }) => !chosenFlags.has(flag))
    .map(({ flag, value }) => ({ flag, value: value ?? 'true' }));
  return [
    ...chosen.map(({ deviation, ...argument }) =>
      valueInAdr.get(argument.flag) === argument.value
        ? argument
        : { ...argument, deviation },
    ),
    ...handedOn,
  ];
}
