import { code, fenced, list } from '../../readme/markdown';
import { ResolvedCache } from '../../resolvedCache';

/** What the owner is asked to accept before a forced failover, and how it is counted afterwards. */
export function lossSection(): string {
  return [
    '## What a forced failover loses',
    'Everything that the old primary has confirmed and the promoted replica has not applied. Before, that can only be estimated: the last value that Prometheus has of the lag in records, and the time since the replica heard its primary.',
    fenced('sh', [
      'region=REGION # the region to promote',
      'field "$region" slave_repl_offset',
      'field "$region" master_last_io_seconds_ago',
    ]),
    'A very large number of seconds (about 1.8 billion) means that the link was never up: then the replica holds nothing.',
    `Afterwards it can be counted, once the old primary answers, **before it is attached**: when its ${code('master_replid')} is still the one from before, the loss is what it has written minus what ${code('failover')} printed, per shard. Another ${code('master_replid')} means that it has restarted and has lost its data itself.`,
    fenced('sh', [
      'region=REGION # the region that was lost',
      'field "$region" master_replid',
      'written "$region"',
    ]),
  ].join('\n\n');
}

/** How a region that was lost comes back, and how the primary goes home. */
export function attachSection(cache: ResolvedCache): string {
  return [
    '## Attach a region again, and fail back',
    'After a forced failover the old primary counts as **unfenced** until it is attached: it may still take writes from clients that reach it. While its cluster can be reached and its server must not run, stop it:',
    fenced('sh', [
      'region=REGION # the region that was lost',
      `kube "$region" scale statefulset ${cache.name} --replicas 0`,
    ]),
    'Once its role file is right (see the section of the new primary above), let it start. The start guard asks the other regions and makes it a replica of the one that answers as the primary:',
    fenced('sh', [
      `kube "$region" scale statefulset ${cache.name} --replicas 1`,
      `kube "$region" logs ${cache.name}-0 --container start-guard`,
    ]),
    'A server that never stopped has to be told. **Its data is replaced** by a full resync, also where nothing had been written on either side; count the loss first.',
    fenced('sh', [
      'primary=REGION # the region that has the primary now',
      'attach "$region" "$primary"',
    ]),
    'Until this shows `up` and `0` there is no second copy:',
    fenced('sh', [
      'field "$region" master_link_status',
      'field "$region" master_sync_in_progress',
    ]),
    'To fail back is a planned move in the other direction, later, when the copy is complete: the section of the region that shall be the primary again. It has the same price, a full resync of the side that is left.',
  ].join('\n\n');
}

/** What to do when replication stands still on purpose. */
export function stoppedSection(cache: ResolvedCache): string {
  return [
    '## Replication has stopped on purpose',
    'A primary that restarted empty is not followed any more: its replica keeps the data, shows `master_link_status:down`, and stays so until somebody decides. It looks like a cut link, but the primary answers:',
    fenced('sh', [
      `for region in ${cache.regions.map(({ name }) => name).join(' ')}; do`,
      '  echo "== $region"',
      '  field "$region" role',
      '  field "$region" master_replid',
      '  ask "$region" DBSIZE',
      'done',
    ]),
    list([
      `The ${code('master_replid')} of the two differ, and the replica has the keys: **promote the replica** (forced, in its section above), then attach the restarted server to it. Nothing is lost but what the primary had confirmed in its last moments.`,
      `The ${code('master_replid')} differ, and the data of the replica is worth less than what has been written to the new primary since: attach the replica again. **That replaces the only old copy.**`,
      `The ${code('master_replid')} are the same: this is a cut link. Look at network and passwords.`,
    ]),
  ].join('\n\n');
}

/** What to do when the start guard cannot decide, or the portal is gone. */
export function breakGlassSection(cache: ResolvedCache): string {
  const patch = (json: string) =>
    `kube "$region" patch configmap ${cache.names.role} --type merge --patch '${json}'`;
  return [
    '## Break glass',
    'Nothing in this runbook needs the portal. Before a server starts, the start guard asks the other regions who the primary is, and the server waits for its decision. Its log says in one line what it decided and why, or what it waits for:',
    fenced('sh', [
      'region=REGION # the region whose server does not start',
      `kube "$region" logs ${cache.name}-0 --container start-guard`,
    ]),
    'When it holds the server back because another region answers and does not say its role (wrong password, no permission, TLS), repair that. When that cannot be done now and **you know that no other region has a primary**, have it trust the role file:',
    fenced('sh', [patch('{"data":{"mode":"trust-role-file"}}')]),
    'It reads the file within about a minute. Take it back as soon as the server runs: while it is there, a region that comes back can start as a second primary.',
    fenced('sh', [patch('{"data":{"mode":null}}')]),
  ].join('\n\n');
}

/** How to restart a server on purpose. */
export function restartSection(cache: ResolvedCache): string {
  const restart = fenced('sh', [
    'region=REGION # the region of the server',
    `kube "$region" delete pod ${cache.name}-0`,
  ]);
  return [
    '## Restart a server',
    cache.topology === 'replicated'
      ? 'Restart replicas only, one at a time, and wait until each has a complete copy again. Move the primary away before you restart its server: a restart loses the data in it. A drain of its node is refused for that reason.'
      : 'A restart loses the data of that region; the other regions do not have it. Applications meet an empty cache there.',
    restart,
  ].join('\n\n');
}
