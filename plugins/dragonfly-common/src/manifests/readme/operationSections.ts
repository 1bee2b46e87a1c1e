import { ResolvedCache } from '../resolvedCache';
import { code, fenced, list, plain, table } from './markdown';

function overlayContents(cache: ResolvedCache): string {
  return [
    ...(cache.flavour === 'operator' ? [] : ['role file']),
    code(cache.names.write),
    ...(cache.topology === 'replicated' ? [code(cache.names.replication)] : []),
    ...(cache.issuer ? ['certificate'] : []),
    'NetworkPolicy and monitoring of the region',
  ].join(', ');
}

/** Which file is for whom. */
export function filesSection(cache: ResolvedCache): string {
  const regions = cache.regions.map(region => [
    code(`overlays/${region.name}/`),
    `${plain(region.title)}: ${overlayContents(cache)}.`,
  ]);
  return [
    '## Files',
    table(
      ['Path', 'What it is'],
      [
        [
          code('base/'),
          'The server and what is the same in every region. A move of the primary changes nothing here.',
        ],
        ...regions,
        ...cache.consumers.map(({ id, entityRef, namespace }) => [
          code(`consumers/${id}/`),
          `How ${plain(entityRef)} connects, and as whom; apply it in the namespace ${code(namespace)} of every region.`,
        ]),
        [
          code('overlays/<region>/custom/'),
          'Yours: what you add to or change in the region. Generating the files again never touches it.',
        ],
        ...(cache.argoCd
          ? [
              [
                code('argocd/application-set.yaml'),
                'Has Argo CD deploy the overlays; apply it once.',
              ],
            ]
          : []),
        [code('catalog-info.yaml'), 'The catalog entity; register it once.'],
      ],
    ),
  ].join('\n\n');
}

/** How to bring the cache up. */
export function applySection(cache: ResolvedCache): string {
  const replicated = cache.topology === 'replicated';
  return [
    '## Apply',
    "In each region, with a context of that region's cluster:",
    fenced(
      'sh',
      cache.regions.map(({ name }) => `kubectl apply -k overlays/${name}`),
    ),
    ...(replicated
      ? [
          'The order does not matter: a replica waits for its primary, and the start guard of each region asks the others first.',
        ]
      : []),
    cache.flavour === 'operator'
      ? 'A change of the resource restarts the server, which loses its data.'
      : `A change of the pod template does not restart the server (${code('OnDelete')}). A restart loses the data of that server${replicated ? ', so move the primary away first' : ''}; then ${code(`kubectl -n ${cache.namespace} delete pod ${cache.name}-0`)}.`,
  ].join('\n\n');
}

/** What has to change when the primary moves; the commands are in the runbook. */
export function moveSection(cache: ResolvedCache): string {
  if (cache.topology === 'independent') return '';
  return [
    '## When the primary moves',
    `Where the primary is declared to be stands in ${code('catalog-info.yaml')}, and in the files below that follow it. The commands of a move, of attaching a region again and of failing back are in ${code('docs/runbook.md')}. A move made on the running servers is complete when:`,
    list([
      `the role files (${code('role-config-map.yaml')}) and the Services ${code(cache.names.write)} of all regions and the annotation of ${code('catalog-info.yaml')} say so, in one change. No other file changes.`,
      `${code(cache.names.write)} leads to the new primary from every region, and clients of the old one have been cut.`,
    ]),
    'A node drain is refused while a server runs on it (PodDisruptionBudget). Move the primary away, then delete the pod.',
  ].join('\n\n');
}

/** Who may connect. */
export function networkSection(cache: ResolvedCache): string {
  const clients = [...new Set(cache.consumers.map(c => c.namespace))].sort();
  const lines = [
    clients.length > 0
      ? `namespaces ${clients.map(code).join(', ')}: port ${cache.port}`
      : 'no application namespace yet, because the cache has no consumer',
    `namespace ${code(cache.settings.monitoringNamespace)}: ports ${cache.port} and ${cache.adminPort}`,
    cache.topology === 'replicated'
      ? `address ranges of the other regions: port ${cache.port}, in both directions`
      : 'no other region',
  ];
  return [
    '## Network',
    'The NetworkPolicy of each region lets in:',
    list(lines),
    'Everything else is refused, and so is every connection that the server would open itself, name look-ups and the other regions excepted.',
  ].join('\n\n');
}
