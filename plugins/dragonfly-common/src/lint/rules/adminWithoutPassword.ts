import { exposedAdminPorts } from '../model/exposure';
import { adminPortOf } from '../model/ports';
import { picking } from '../model/selection';
import { isOn, settingOf } from '../model/setting';
import { LintRule, Offence, offenceOf } from './rule';

export const adminWithoutPassword: LintRule = {
  id: 'admin-without-password',
  severity: 'error',
  title: 'The admin port needs no password and can be reached',
  why: 'Every pod that reaches the port can read and delete everything, replace the password, and stop the server.',
  fix: 'Remove --admin_nopass, or bind the port to 127.0.0.1 (--admin_bind), and let a NetworkPolicy keep everybody but monitoring out.',
  check: ({ selections, servers }) =>
    servers.flatMap((server): Offence[] => {
      const setting = settingOf(server.settings, 'admin_nopass');
      const bind = settingOf(server.settings, 'admin_bind')?.value ?? '';
      if (
        !setting ||
        !isOn(server.settings, 'admin_nopass') ||
        adminPortOf(server) === undefined ||
        ['127.0.0.1', 'localhost', '::1'].includes(bind)
      ) {
        return [];
      }
      const isGuarded =
        picking(selections.networkPolicies, server).length > 0 &&
        exposedAdminPorts(server, selections).length === 0;
      return isGuarded
        ? []
        : [
            offenceOf(
              setting,
              'The admin port asks for no password and nothing keeps others out; expected a password or a NetworkPolicy.',
            ),
          ];
    }),
};
