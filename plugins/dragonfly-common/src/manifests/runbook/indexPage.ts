import { endpointsOf } from '../connectionConfigMap';
import { code, list, plain, table } from '../readme/markdown';
import { ResolvedCache } from '../resolvedCache';

/** The first page of the cache's documentation: what it is, how to use it, where to look when it is not well. */
export function indexPage(cache: ResolvedCache): string {
  const { spec, useCase, topology } = cache;
  const { write, read } = endpointsOf(cache);
  const replicated = topology === 'replicated';
  const sections = [
    `# Cache ${cache.name}`,
    ...(spec.description ? [plain(spec.description)] : []),
    list([
      `Use case: ${plain(useCase.title)}, time to live ${plain(useCase.ttl.text)}, ${
        useCase.eviction === 'lru'
          ? 'evicts the coldest keys when it is full'
          : 'refuses writes when it is full'
      }`,
      `Owner: ${plain(spec.owner)}`,
      `Regions: ${cache.regions.map(({ title }) => plain(title)).join(', ')}; ${
        replicated
          ? 'one of them has the primary, the others a copy'
          : 'each with data of its own'
      }`,
    ]),
    '## Use it',
    table(
      ['Host', 'Port', 'For'],
      [
        [
          code(write),
          String(cache.port),
          'writing, and reading what was written',
        ],
        [
          code(read),
          String(cache.port),
          replicated
            ? 'reading the local copy, which may be older and takes no writes'
            : 'reading the same local server',
        ],
      ],
    ),
    `Set ${useCase.ttl.seconds} seconds to live on every key, under a prefix of your own.`,
    '## When it is not well',
    'The [runbook](runbook.md) has the commands; it works without the portal.',
  ];
  return `${sections.join('\n\n')}\n`;
}
