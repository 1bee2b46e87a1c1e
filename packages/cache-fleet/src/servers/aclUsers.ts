import { AclUser, Credentials, Flavour } from './types';

// ioredis 6 logs in with HELLO 3 AUTH, which every server lets anybody call, and asks INFO before it reports "ready".
// It also sends CLIENT SETINFO, and carries on when that is refused. So the monitor needs no more than it asks for:
// run by the tests on Redis 7.0.15; for Dragonfly 1.40.1 it is reported, not run by the tests.
const MONITOR = ['-@all', '+ping', '+info', '+role', '+wait'];

const OPERATOR: Record<Flavour, string[]> = {
  // Dragonfly has no rules for subcommands: +client grants PAUSE, UNPAUSE and KILL together, +config also GET.
  dragonfly: [
    ...MONITOR,
    '+dbsize',
    '+client',
    '+config',
    '+replicaof',
    '+repltakeover',
    '+dfly',
    '+debug',
  ],
  redis: redisOperator(),
  valkey: redisOperator(),
};

function redisOperator(): string[] {
  return [
    ...MONITOR,
    '+dbsize',
    '+client|pause',
    '+client|unpause',
    '+client|kill',
    '+client|list',
    '+config|set',
    '+replicaof',
    '+slaveof',
  ];
}

/** The users every node of the fleet knows beside `default`: one that may look and one that may operate. */
export function aclUsers(
  flavour: Flavour,
  credentials: Credentials,
): AclUser[] {
  const user = (login: Credentials['monitor'], rules: string[]): AclUser => ({
    username: login.username,
    rules: ['reset', 'on', `>${login.password}`, ...rules],
  });
  return [
    user(credentials.monitor, MONITOR),
    user(credentials.operator, OPERATOR[flavour]),
  ];
}
