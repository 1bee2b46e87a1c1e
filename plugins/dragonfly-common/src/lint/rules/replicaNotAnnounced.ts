import { isReplica } from '../model/server';
import { settingOf } from '../model/setting';
import { LintRule } from './rule';
import { missingFlag } from './serverPlaces';

export const replicaNotAnnounced: LintRule = {
  id: 'replica-not-announced',
  severity: 'info',
  title: 'The primary cannot name its replica',
  why: 'Behind a load balancer or a NAT the primary lists each replica under an address of the network between, so nobody can tell which region it is.',
  fix: 'Add --replica_announce_ip=<region>; any name is accepted.',
  check: missingFlag(server =>
    server.engine === 'dragonfly' &&
    !server.operator &&
    isReplica(server) &&
    !settingOf(server.settings, 'replica_announce_ip')
      ? 'The replica has no --replica_announce_ip; expected the name of its region.'
      : undefined,
  ),
};
