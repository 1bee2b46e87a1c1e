import { fenced, list } from '../../readme/markdown';
import { ResolvedCache } from '../../resolvedCache';

function forEachRegion(cache: ResolvedCache, commands: string[]): string[] {
  const names = cache.regions.map(({ name }) => name).join(' ');
  return [
    `for region in ${names}; do`,
    ...['echo "== $region"', ...commands].map(line => `  ${line}`),
    'done',
  ];
}

function signs(cache: ResolvedCache): string[] {
  if (cache.topology === 'independent') {
    return [
      'Every region answers `role:master`. Two primaries are right here: the servers do not replicate.',
      'The pod is `Running`, ready, and has not restarted: a restart loses the data of its region.',
    ];
  }
  const replicas = cache.regions.length - 1;
  return [
    `Exactly one region answers \`role:master\`, with \`connected_slaves:${replicas}\` and \`state=online\` (or \`stable_sync\`). **That region is the primary now**; what Git says is only what was meant.`,
    'Every other region answers `role:slave`, `master_link_status:up`, `master_sync_in_progress:0`, and the `master_replid` of the primary.',
    'The role file and the Service of every region say the same as the servers.',
    'A replica that says `up` proves little about its primary: ask the primary itself. The lag of a replica in `full_sync` reads 0 and means that there is no usable copy.',
  ];
}

/** How to see whether the cache is well, without the portal. */
export function healthSection(cache: ResolvedCache): string {
  const roleCommands =
    cache.topology === 'replicated'
      ? [
          `kube "$region" get configmap ${cache.names.role} --output 'jsonpath={.data.role\\.flags}'`,
          `kube "$region" get service ${cache.names.write} --output 'jsonpath={.spec.type} {.spec.externalName}{"\\n"}'`,
        ]
      : [];
  return [
    '## Is everything fine?',
    fenced(
      'sh',
      forEachRegion(cache, [
        `kube "$region" get pod ${cache.name}-0 --output wide`,
        'ask "$region" INFO replication',
        'ask "$region" DBSIZE',
        'ask "$region" INFO memory',
        ...roleCommands,
      ]),
    ),
    'It is, when:',
    list(signs(cache)),
  ].join('\n\n');
}
