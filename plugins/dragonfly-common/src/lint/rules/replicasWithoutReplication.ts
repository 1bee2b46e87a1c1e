import { isReplica, isRedis } from '../model/server';
import { isOn } from '../model/setting';
import { LintRule, Offence, offenceAt } from './rule';

const CLUSTERED = ['cluster_mode', 'cluster-enabled'];

export const replicasWithoutReplication: LintRule = {
  id: 'replicas-without-replication',
  severity: 'error',
  title: 'Several pods of a cache know nothing of each other',
  why: '"replicas" multiplies primaries: each pod has its own data behind one Service, and applications read what they have just written only by luck.',
  fix: 'Set replicas: 1 and add replicas that follow it, or let the Dragonfly operator run them.',
  check: ({ servers }) =>
    servers
      .filter(
        ({ object, operator, scripted, settings }) =>
          !operator &&
          !scripted &&
          !object.partial &&
          !CLUSTERED.some(name => isOn(settings, name)),
      )
      .flatMap((server): Offence[] => {
        const replicas = server.object.node.get('spec', 'replicas');
        const count = replicas.number() ?? 1;
        return count > 1 && !isReplica(server)
          ? [
              offenceAt(
                server.object,
                replicas,
                `${count} ${isRedis(server) ? 'servers' : 'Dragonfly servers'} run without replication; expected 1.`,
              ),
            ]
          : [];
      }),
};
