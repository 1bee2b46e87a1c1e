import { CommandArgument } from '../commandArgument';
import { ResolvedCache } from '../resolvedCache';
import { serverArguments } from '../serverArguments';

/** Port that the operator's pods and Services have; it cannot be chosen. */
export const OPERATOR_PORT = 6379;

/** Flags that the operator passes by itself, always or for a field of its resource. A second one could contradict it. */
const SET_BY_OPERATOR = new Set([
  'logtostderr',
  'break_replication_on_master_restart',
  'primary_port_http_enabled',
  'port',
  'admin_port',
  'admin_nopass',
  'aclfile',
  'tls',
  'tls_cert_file',
  'tls_key_file',
  'tls_ca_cert_file',
  'tls_replication',
  'no_tls_on_admin_port',
]);

/** Flags that name a file or folder which the operator's pods do not have. */
const WITHOUT_MOUNT = new Set(['flagfile', 'dir']);

/** What of the server's command line is left to say to the operator. */
export function operatorArguments(cache: ResolvedCache): CommandArgument[] {
  return serverArguments(cache).filter(
    ({ flag }) => !SET_BY_OPERATOR.has(flag) && !WITHOUT_MOUNT.has(flag),
  );
}
