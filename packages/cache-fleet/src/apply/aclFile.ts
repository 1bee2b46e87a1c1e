import { InputError } from '@backstage/errors';
import { Credentials, Login } from '../servers/types';

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

function loginOf(lines: AclLine[], username: string): Login | undefined {
  const password = lines
    .find(line => line.username === username)
    ?.rules.find(rule => rule.startsWith('>'));
  return password ? { username, password: password.slice(1) } : undefined;
}

/** The logins the portal uses: the users of the ACL file, or `default` for those that it does not name. */
export function credentialsOf(
  lines: AclLine[],
  defaultPassword: string,
): Credentials {
  const everything = { username: 'default', password: defaultPassword };
  return {
    default: everything,
    monitor: loginOf(lines, MONITORING) ?? everything,
    operator: loginOf(lines, OPERATIONS) ?? everything,
  };
}
