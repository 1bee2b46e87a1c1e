import { targetOf } from '../model/replication';
import { settingOf } from '../model/setting';
import { LintRule, Offence, offenceOf } from './rule';

const USUAL_ADMIN_PORT = 9999;

export const replicationOverAdminPort: LintRule = {
  id: 'replication-over-admin-port',
  severity: 'error',
  title: 'A replica follows the admin port of its primary',
  why: 'The admin port knows no ACL users and is often without password and TLS; whoever opens it for another region opens it for everything else that an administrator can do.',
  fix: "Follow the primary's main port, and let only people and monitoring reach the admin port.",
  check: ({ servers, pairs }) =>
    servers.flatMap((server): Offence[] => {
      const target = targetOf(server);
      if (server.engine !== 'dragonfly' || target?.port === undefined) {
        return [];
      }
      const primary = pairs.find(({ replica }) => replica === server)?.primary;
      const admin = Number(
        settingOf((primary ?? server).settings, 'admin_port')?.value ??
          USUAL_ADMIN_PORT,
      );
      return target.port === admin
        ? [
            offenceOf(
              target.setting,
              `The replica follows port ${target.port}, the admin port; expected the main port.`,
            ),
          ]
        : [];
    }),
};
