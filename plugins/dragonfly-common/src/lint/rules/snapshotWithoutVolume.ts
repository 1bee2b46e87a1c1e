import { survivesPod, takesSnapshots } from '../model/persistence';
import { LintRule } from './rule';
import { missingFlag } from './serverPlaces';

export const snapshotWithoutVolume: LintRule = {
  id: 'snapshot-without-volume',
  severity: 'info',
  title: 'Dragonfly writes snapshots that no volume keeps',
  why: 'Every stop writes the whole data set into the container or an emptyDir: it delays the stop, can fill the disk of the node, and is lost with the pod.',
  fix: 'Add --dbfilename= to turn snapshots off, or mount a volume claim at --dir.',
  check: missingFlag(server =>
    server.engine === 'dragonfly' &&
    !server.operator &&
    takesSnapshots(server) &&
    !survivesPod(server)
      ? 'Snapshots are on and no volume keeps them; expected --dbfilename=.'
      : undefined,
  ),
};
