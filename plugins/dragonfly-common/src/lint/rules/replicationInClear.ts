import { targetOf } from '../model/replication';
import { isOn } from '../model/setting';
import { LintRule, Offence, offenceOf } from './rule';

export const replicationInClear: LintRule = {
  id: 'replication-in-clear',
  severity: 'warning',
  title: 'Replication leaves the cluster without TLS',
  why: "The primary's password and all data cross the network between the regions in clear, where everybody on the way can read and change them.",
  fix: 'Serve TLS on both sides and replicate over it (--tls and --tls_replication), or use an encrypted link and accept this finding.',
  check: ({ servers }) =>
    servers.flatMap((server): Offence[] => {
      const target = targetOf(server);
      return target &&
        !server.scripted &&
        leavesCluster(target.host) &&
        !isOn(server.settings, 'tls_replication', 'tls-replication')
        ? [
            offenceOf(
              target.setting,
              'The server follows a primary outside of its cluster without TLS; expected replication over TLS.',
            ),
          ]
        : [];
    }),
};

/** A name of the cluster's own DNS is a Service, with its namespace at most, or ends in `.svc` or the cluster's domain. */
function leavesCluster(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase();
  if (name.endsWith('.svc') || name.includes('.svc.')) return false;
  return name.split('.').length > 2 || name.includes(':');
}
