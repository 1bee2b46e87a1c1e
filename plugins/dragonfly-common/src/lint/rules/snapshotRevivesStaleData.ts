import { isReplicated } from '../model/manifestModel';
import { survivesPod, takesSnapshots } from '../model/persistence';
import { LintRule } from './rule';
import { missingFlag } from './serverPlaces';

export const snapshotRevivesStaleData: LintRule = {
  id: 'snapshot-revives-stale-data',
  severity: 'warning',
  title: 'A restarted primary serves an old snapshot',
  why: 'Dragonfly writes a snapshot whenever it is stopped and loads the newest one at its start. After a failover the old primary comes back with the data of the past, as a second primary.',
  fix: 'Add --dbfilename= to turn snapshots off in a cache that replicates.',
  check: missingFlag((server, model) =>
    server.engine === 'dragonfly' &&
    isReplicated(server, model) &&
    takesSnapshots(server) &&
    survivesPod(server)
      ? 'The server replicates and keeps snapshots on a volume; expected --dbfilename=.'
      : undefined,
  ),
};
