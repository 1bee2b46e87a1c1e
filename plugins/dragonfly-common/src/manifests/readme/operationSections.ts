import { primaryOf, ResolvedCache } from '../resolvedCache';
import { code, fenced, list, plain, table } from './markdown';

/** Which file is for whom. */
export function filesSection(cache: ResolvedCache): string {
  const regions = cache.regions.map(region => [
    code(`overlays/${region.name}/`),
    `${plain(region.title)}: the ${region.role}. Role file, ${code(cache.names.write)} and NetworkPolicy of the region.`,
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
          code(`consumers/${id}/connection.yaml`),
          `How ${plain(entityRef)} connects; apply it in the namespace ${code(namespace)} of every region.`,
        ]),
        [code('catalog-info.yaml'), 'The catalog entity; register it once.'],
      ],
    ),
  ].join('\n\n');
}

/** How to bring the cache up. */
export function applySection(cache: ResolvedCache): string {
  const inOrder = [...cache.regions].sort(
    (a, b) => Number(a.role === 'replica') - Number(b.role === 'replica'),
  );
  return [
    '## Apply',
    `In each region, with a context of that region's cluster${cache.topology === 'replicated' ? ', the primary first' : ''}:`,
    fenced(
      'sh',
      inOrder.map(({ name }) => `kubectl apply -k overlays/${name}`),
    ),
    `A change of the pod template does not restart the server (${code('OnDelete')}). A restart loses the data of that server${cache.topology === 'replicated' ? ', so move the primary away first' : ''}; then ${code(`kubectl -n ${cache.namespace} delete pod ${cache.name}-0`)}.`,
  ].join('\n\n');
}

/** What has to change, and in which order, when the primary moves. */
export function moveSection(cache: ResolvedCache): string {
  if (cache.topology === 'independent') return '';
  const primary = primaryOf(cache);
  return [
    '## When the primary moves',
    `The primary is declared to be in ${plain(primary.title)} (${code(primary.name)}). A move made on the running servers is complete when:`,
    list([
      `the role files (${code('role-config-map.yaml')}) of all regions, the Services ${code(cache.names.write)} and the annotation of ${code('catalog-info.yaml')} say so, in one change. Until then a restart of the new primary attaches it to the old one and flushes it.`,
      `${code(cache.names.write)} leads to the new primary from every region, and clients of the old one have been cut.`,
    ]),
    'After a replica has lost its primary, or the primary has restarted empty, replication stays stopped on purpose until somebody sends `REPLICAOF` again. That starts a full resync: the data of the side that receives the command is flushed.',
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
