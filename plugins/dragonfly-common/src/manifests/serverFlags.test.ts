import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  independentSpec,
  policyOf,
  rendered,
  settings,
  spec,
} from './__testUtils__/caches';
import { containerIn, roleFileIn } from './__testUtils__/objects';
import { isServerFlag } from './serverFlags';

const listed = readFileSync(
  join(__dirname, '__testUtils__/dragonfly-flags-1.40.1.tsv'),
  'utf8',
)
  .split('\n')
  .slice(1)
  .map(line => line.split('\t')[0])
  .filter(Boolean);

const requests = [
  spec(),
  independentSpec(),
  ...policyOf().useCases.map(({ id }) =>
    spec({
      useCase: id,
      topology: id === 'api-cache' ? 'independent' : undefined,
    }),
  ),
];

it('knows every flag that the binary of 1.40.1 lists', () => {
  expect(listed).toHaveLength(216);
  expect(listed.filter(flag => !isServerFlag(flag))).toEqual([]);
});

it.each(['no_such_flag', 'Maxmemory', 'max-memory', '', 'constructor'])(
  'does not know "%s"',
  flag => {
    expect(isServerFlag(flag)).toBe(false);
  },
);

it.each`
  flag                              | version      | known
  ${'shard_repl_backlog_len'}       | ${'1.40.1'}  | ${true}
  ${'shard_repl_backlog_time_ms'}   | ${'1.40.1'}  | ${false}
  ${'shard_repl_backlog_max_bytes'} | ${'1.40.1'}  | ${false}
  ${'shard_repl_backlog_time_ms'}   | ${undefined} | ${false}
  ${'shard_repl_backlog_len'}       | ${'1.41.0'}  | ${true}
  ${'shard_repl_backlog_time_ms'}   | ${'1.41.0'}  | ${true}
  ${'shard_repl_backlog_max_bytes'} | ${'v2.0.0'}  | ${true}
  ${'no_such_flag'}                 | ${'1.41.0'}  | ${false}
`('knows $flag in $version: $known', ({ flag, version, known }) => {
  expect(isServerFlag(flag, version)).toBe(known);
});

it.each(['1.40.1', '1.41.0'])('emits only flags that %s knows', version => {
  const { args } = containerIn(
    rendered(spec(), policyOf(), settings({ serverVersion: version })),
  );
  const flags = args.map(argument => /^--([a-z_]+)=/.exec(argument)?.[1] ?? '');
  expect(flags.filter(flag => !isServerFlag(flag, version))).toEqual([]);
});

it.each(requests)(
  'finds every flag of $name ($useCase) in that list',
  request => {
    const manifests = rendered(request);
    const { args, env } = containerIn(manifests);
    const roleLines = ['region1', 'region2'].flatMap(region =>
      roleFileIn(manifests, region)
        .split('\n')
        .filter(line => line && !line.startsWith('#')),
    );
    const flags = [...args, ...roleLines].map(
      argument => /^--([a-z_]+)=/.exec(argument)?.[1] ?? argument,
    );
    const variables = env.map(({ name }) => name.replace(/^DFLY_/, ''));
    expect(
      [...flags, ...variables].filter(flag => !listed.includes(flag)),
    ).toEqual([]);
    expect(new Set(flags.slice(0, args.length)).size).toBe(args.length);
  },
);
