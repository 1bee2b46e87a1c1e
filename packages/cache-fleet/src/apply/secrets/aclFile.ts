import { InputError } from '@backstage/errors';
import { createHash } from 'node:crypto';
import { Credentials, Login } from '../../servers/types';

/** One line of an ACL file. */
export interface AclLine {
  username: string;
  /** Everything after the name, as written. */
  rules: string[];
}

/** Names that the generated manifests give the users of the portal. */
const MONITORING = 'monitoring';
const OPERATIONS = 'operations';

const MONITORING_RULES = '-@all +ping +info +role +wait';
const OPERATIONS_RULES = `${MONITORING_RULES} +dfly +debug +client +replicaof +repltakeover`;

/**
 * Reads an ACL file.
 *
 * @throws Error when a line does not define a user
 */
export function parseAclFile(text: string): AclLine[] {
  return text
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => {
      const [keyword, username, ...rules] = line.trim().split(/\s+/);
      if (keyword.toUpperCase() !== 'USER' || username === undefined) {
        throw new InputError(
          'A line of the ACL file does not define a user; expected "USER <name> ON ><password> <rules>".',
        );
      }
      return { username, rules };
    });
}

/** The ACL file that the README of the generated manifests describes, with fresh passwords. */
export function createAclFile(
  defaultPassword: string,
  newPassword: () => string,
): string {
  return [
    `USER default ON >${defaultPassword} ~* &* +@all`,
    `USER ${MONITORING} ON >${newPassword()} ${MONITORING_RULES}`,
    `USER ${OPERATIONS} ON >${newPassword()} ${OPERATIONS_RULES}`,
  ].join('\n');
}

function loginOf(
  lines: AclLine[],
  username: string,
  passwords: string[],
): Login | undefined {
  const rules = lines.find(line => line.username === username)?.rules ?? [];
  const clear = rules.find(rule => rule.startsWith('>'))?.slice(1);
  const hashed = passwords.find(password =>
    rules.includes(`#${createHash('sha256').update(password).digest('hex')}`),
  );
  const password = clear ?? hashed;
  return password ? { username, password } : undefined;
}

/**
 * The logins the portal uses: the users of the ACL file, or `default` for those that it does not name.
 *
 * @param passwords - those that may be behind the hashes of the file
 */
export function credentialsOf(
  lines: AclLine[],
  defaultPassword: string,
  passwords: string[] = [],
): Credentials {
  const everything = { username: 'default', password: defaultPassword };
  return {
    default: everything,
    monitor: loginOf(lines, MONITORING, passwords) ?? everything,
    operator: loginOf(lines, OPERATIONS, passwords) ?? everything,
  };
}
