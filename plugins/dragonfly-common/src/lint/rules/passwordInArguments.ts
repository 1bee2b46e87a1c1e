import { hasVariable, PASSWORDS } from '../model/setting';
import { LintRule, offenceOf } from './rule';

const NAMES: readonly string[] = [...PASSWORDS.own, ...PASSWORDS.primary];

export const passwordInArguments: LintRule = {
  id: 'password-in-arguments',
  severity: 'warning',
  title: 'A password is on the command line',
  why: 'Kubernetes and the shell replace the variable before the server starts, so the password is in the process list and in /proc/1/cmdline, where every process of the node can read it.',
  fix: 'Name the variable DFLY_requirepass or DFLY_masterauth (REDISCLI_AUTH and a mounted file for Redis) and leave the argument out.',
  check: ({ servers }) =>
    servers.flatMap(({ settings }) =>
      settings
        .filter(
          ({ name, place, value }) =>
            NAMES.includes(name) && place === 'arguments' && hasVariable(value),
        )
        .map(setting =>
          offenceOf(
            setting,
            `"${setting.name}" is an argument; expected an environment variable that the server reads itself.`,
          ),
        ),
    ),
};
