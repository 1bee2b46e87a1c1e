import { isRedis } from '../model/server';
import { survivesPod, takesSnapshots, writesDisk } from '../model/persistence';
import { LintRule, Offence, offenceAt } from './rule';

export const rollingUpdate: LintRule = {
  id: 'rolling-update-loses-data',
  severity: 'warning',
  title: 'A change of the pod template restarts a server that keeps nothing',
  why: 'Without persistence every restart empties the cache, and applications meet the full load behind it at once; on a primary with a replica it can empty both.',
  fix: 'Use a StatefulSet with updateStrategy.type: OnDelete and restart each server on purpose, the replica first.',
  check: ({ servers }) =>
    servers
      .filter(
        server =>
          !server.operator &&
          !server.object.partial &&
          ['StatefulSet', 'Deployment', 'DaemonSet'].includes(
            server.object.kind,
          ) &&
          !keepsData(server),
      )
      .flatMap(({ object }): Offence[] => {
        const spec = object.node.get('spec');
        const field =
          object.kind === 'Deployment' ? 'strategy' : 'updateStrategy';
        const type = spec.get(field, 'type').text();
        return type === 'OnDelete'
          ? []
          : [
              offenceAt(
                object,
                spec.get(field),
                `${object.kind} updates by ${type ?? 'RollingUpdate'}, which restarts a server that keeps no data; expected a StatefulSet with OnDelete.`,
              ),
            ];
      }),
};

function keepsData(server: Parameters<typeof survivesPod>[0]): boolean {
  const writes = isRedis(server) ? writesDisk(server) : takesSnapshots(server);
  return writes && survivesPod(server);
}
