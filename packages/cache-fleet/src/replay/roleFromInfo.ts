import { infoField } from './infoText';
import { Reply } from './types';

function replicaState(info: string): string {
  if (infoField(info, 'master_link_status') !== 'up') {
    return 'connecting';
  }
  return infoField(info, 'master_sync_in_progress') === '1'
    ? 'full_sync'
    : 'online';
}

function connectedReplicas(info: string): Array<Record<string, string>> {
  return info
    .split('\r\n')
    .filter(line => /^slave\d+:/.test(line))
    .map(line =>
      Object.fromEntries(
        line
          .slice(line.indexOf(':') + 1)
          .split(',')
          .map(pair => pair.split('=')),
      ),
    );
}

/** How many replicas a primary lists as having everything. */
export function onlineReplicas(info: string): number {
  return connectedReplicas(info).filter(({ state }) => state === 'online')
    .length;
}

/** What ROLE answers on a node whose `INFO replication` is this. */
export function roleFromInfo(info: string): Reply {
  if (infoField(info, 'role') === 'master') {
    return [
      'master',
      connectedReplicas(info).map(({ ip, port, state }) => [ip, port, state]),
    ];
  }
  return [
    'slave',
    infoField(info, 'master_host') ?? '',
    infoField(info, 'master_port') ?? '',
    replicaState(info),
  ];
}
