import { PASSWORDS, settingOf } from '../model/setting';
import { LintRule } from './rule';
import { missingFlag, nameOfEngine } from './serverPlaces';

export const passwordMissing: LintRule = {
  id: 'password-missing',
  severity: 'warning',
  title: 'A server lets everybody in',
  why: 'Whoever reaches the port reads and deletes everything, and can make the server a replica of a server of their own, which empties it.',
  fix: 'Set requirepass from a Secret, or give the server ACL users.',
  check: missingFlag(server => {
    const { container, operator, pod, settings } = server;
    const hasPassword =
      settingOf(settings, ...PASSWORDS.own, 'aclfile', 'user') !== undefined ||
      (operator && pod.get('authentication').exists) ||
      // A container may take it from variables that the manifest does not show.
      container.get('envFrom').exists;
    return hasPassword
      ? undefined
      : `${nameOfEngine(server)} asks for no password; expected requirepass or ACL users.`;
  }),
};
