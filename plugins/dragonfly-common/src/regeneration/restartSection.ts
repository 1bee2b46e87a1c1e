import { code } from '../manifests/readme/markdown';
import { CacheRecord } from '../manifests/record/types';
import { RestartNeed } from './types';

function command(record: CacheRecord, rest: string): string {
  const { namespace } = record.choices;
  return code(
    namespace === undefined
      ? `kubectl ${rest}`
      : `kubectl -n ${namespace} ${rest}`,
  );
}

/** How to restart servers that keep their data in memory only, one after the other. */
function steps(record: CacheRecord, primaryRegion: string): string[] {
  const pod = `${record.request.name}-0`;
  const remove = command(record, `delete pod ${pod}`);
  if (record.topology === 'independent') {
    return [
      `In one region after the other: ${remove}. **The data of that region is lost**; wait until applications have filled the cache again before you go on to the next.`,
    ];
  }
  const replicas = record.nodes
    .map(({ region }) => region)
    .filter(region => region !== primaryRegion);
  if (replicas.length === 0) {
    return [
      `${code(primaryRegion)} is the only region: ${remove}. **All data is lost.**`,
    ];
  }
  return [
    `The replica${replicas.length > 1 ? 's, one after the other' : ''} first, in ${replicas.map(code).join(', ')}: ${remove}. Wait until it is in sync again (${code('master_link_status:up')}, ${code('master_sync_in_progress:0')}). Until then a loss of the primary loses the data.`,
    `Move the primary from ${code(primaryRegion)} to a replica, on the servers and in the files.`,
    `Then the old primary, in ${code(primaryRegion)}: ${remove}. **Deleted before the move, it loses the data that no replica has yet.** It comes back as a replica.`,
    'Move the primary back if that is wanted.',
  ];
}

/** What the change means for running servers, and in which order to restart them. */
export function restartSection(
  need: RestartNeed,
  record: CacheRecord,
  primaryRegion: string,
): string {
  const title = '### Running servers';
  if (need.kind === 'none') {
    return `${title}\n\nNo server needs a restart for this.`;
  }
  if (need.kind === 'operator') {
    return `${title}\n\n**The operator restarts the servers by itself when this is applied, and each restart loses the data of that server.** Apply it in one region after the other, and wait until applications have filled the cache again.`;
  }
  const recreate =
    need.kind === 'recreate'
      ? [
          `Kubernetes refuses this change of the StatefulSet in place. In each region, before it is applied: ${command(record, `delete statefulset ${record.request.name} --cascade=orphan`)}, which leaves the pod and its data running.`,
        ]
      : [];
  const all = [...recreate, ...steps(record, primaryRegion)];
  return [
    title,
    'The pod template changes. Applying it restarts nothing (`OnDelete`): the servers go on as they are until their pods are deleted, in this order.',
    all.map((step, index) => `${index + 1}. ${step}`).join('\n'),
  ].join('\n\n');
}
