import { ResolvedCache } from '../resolvedCache';
import { NamedConsumer } from '../spec/consumerIds';

/** Key of the Secret that holds the users of the server, one per line. */
export const ACL_KEY = 'acl';

/** Keys of the Secrets that are taken: names of users, `acl` itself, and what a consumer's Secret has beside it. */
export function isReservedSecretKey(key: string): boolean {
  return (
    [ACL_KEY, 'monitoring', 'operations', 'username'].includes(key) ||
    key.startsWith('app-')
  );
}

/** A user of the server. */
export interface AclUser {
  name: string;
  /** Key that holds the user's password in the Secret of the cache and in the store that fills it. */
  secretKey: string;
  /** What the user may do, as it stands in the file. */
  rules: string;
  /** Whose user it is, when it is a consumer's. */
  consumer?: NamedConsumer;
}

/** Name of a consumer's user, and key of its password. */
export function consumerUser({ id }: { id: string }): string {
  return `app-${id}`;
}

/**
 * The users of a cache, each with the least it needs. `default` comes first and always: with a file that lacks it, the
 * server gives it every right without a password.
 */
export function aclUsers(cache: ResolvedCache): AclUser[] {
  const operations =
    cache.topology === 'replicated'
      ? '+ping +info +role +wait +dfly +debug +client +replicaof +repltakeover'
      : '+ping +info +role +client';
  return [
    {
      name: 'default',
      secretKey: cache.password.secretKey,
      rules: '~* &* +@all',
    },
    {
      name: 'monitoring',
      secretKey: 'monitoring',
      rules: '-@all +ping +info +role +wait',
    },
    {
      name: 'operations',
      secretKey: 'operations',
      rules: `-@all ${operations}`,
    },
    ...cache.consumers.map(consumer => ({
      name: consumerUser(consumer),
      secretKey: consumerUser(consumer),
      rules: `~${consumer.id}:* +@all -@admin -@dangerous +info`,
      consumer,
    })),
  ];
}

/**
 * The server's ACL file: one line per user, without a blank line or an indent, because the server drops the whole file
 * when it cannot read a line. `passwordOf` gives the password as the file writes it: `>text` or `#hash`.
 */
export function aclLines(
  cache: ResolvedCache,
  passwordOf: (user: AclUser) => string,
): string[] {
  return aclUsers(cache).map(
    user => `USER ${user.name} ON ${passwordOf(user)} ${user.rules}`,
  );
}
