import { linesFound, yamlFile } from '../__testUtils__/lint';
import {
  ARGUMENTS,
  dragonfly,
  redis,
  REDIS_ARGUMENTS,
  ServerChange,
} from '../__testUtils__/servers';

const found = (rule: string, change: ServerChange) =>
  linesFound(rule, [yamlFile(dragonfly(change))]);
const without = (name: string) =>
  ARGUMENTS.filter(flag => !flag.includes(name));
const limits = (limit: Record<string, string>) => ({
  resources: { limits: limit },
});

describe('threads', () => {
  const unset = without('proactor_threads');

  it.each`
    threads | lines
    ${8}    | ${[]}
    ${9}    | ${['- --proactor_threads=9']}
  `('$threads threads of 2 GiB', ({ threads, lines }) => {
    const args = [...unset, `--proactor_threads=${threads}`];
    expect(found('threads-exceed-memory', { args })).toEqual(lines);
  });

  it.each`
    cpu        | lines
    ${'8'}     | ${[]}
    ${'8500m'} | ${['cpu: 8500m']}
  `('a CPU limit of $cpu', ({ cpu, lines }) => {
    const container = limits({ cpu, memory: '3Gi' });
    expect(found('threads-exceed-memory', { args: unset, container })).toEqual(
      lines,
    );
  });

  it('that nothing bounds', () => {
    const container = limits({ memory: '3Gi' });
    const rule = 'threads-unbounded';
    expect(found(rule, { args: unset, container })).toEqual([
      '- --maxmemory=2gb',
    ]);
    expect(found(rule, { args: unset })).toEqual([]);
    expect(found(rule, { container })).toEqual([]);
  });
});

it.each`
  memory      | lines
  ${'2560Mi'} | ${[]}
  ${'2.5Gi'}  | ${[]}
  ${'2559Mi'} | ${['memory: 2559Mi']}
  ${'2G'}     | ${['memory: 2G']}
`('memory-limit-too-small: $memory for 2 GiB', ({ memory, lines }) => {
  const container = limits({ cpu: '2', memory });
  expect(found('memory-limit-too-small', { container })).toEqual(lines);
});

it('memory-limit-too-small: Redis reads 2g as 2 * 1000^3', () => {
  const args = ['--maxmemory 2g'];
  const file = yamlFile(
    redis({ args, container: limits({ memory: '2500M' }) }),
  );
  expect(linesFound('memory-limit-too-small', [file])).toEqual([]);
});

it.each`
  resources                          | lines
  ${{ limits: { memory: '3Gi' } }}   | ${[]}
  ${{ requests: { memory: '3Gi' } }} | ${['resources:']}
  ${{ requests: { cpu: '1' } }}      | ${['resources:']}
  ${undefined}                       | ${['- name: dragonfly']}
`('resources-missing: $resources', ({ resources, lines }) => {
  expect(found('resources-missing', { container: { resources } })).toEqual(
    lines,
  );
});

describe('maxmemory-missing', () => {
  const rule = 'maxmemory-missing';

  it('Dragonfly takes a share of its limit, or of the node', () => {
    const args = without('maxmemory');
    expect(found(rule, { args })).toEqual([]);
    const container = { resources: undefined };
    expect(found(rule, { args, container })).toEqual(['args:']);
  });

  it.each([[[]], [['--maxmemory 0']]])('Redis with %j', args => {
    expect(linesFound(rule, [yamlFile(redis({ args }))])).toHaveLength(1);
  });

  it('says nothing where a script decides', () => {
    const container = { command: ['sh', '/start.sh'] };
    const file = yamlFile(redis({ args: [], container }));
    expect(linesFound(rule, [file])).toEqual([]);
  });
});

it('eviction-by-default', () => {
  const args = REDIS_ARGUMENTS.filter(flag => !flag.includes('policy'));
  const rule = 'eviction-by-default';
  expect(linesFound(rule, [yamlFile(redis({ args }))])).toEqual(['args:']);
  expect(linesFound(rule, [yamlFile(redis())])).toEqual([]);
});

it('snapshot-without-volume', () => {
  const args = without('dbfilename');
  const rule = 'snapshot-without-volume';
  expect(found(rule, { args })).toEqual(['args:']);
  expect(found(rule, {})).toEqual([]);
  expect(found(rule, { args: [...args, '--dir=s3://bucket'] })).toEqual([]);
});

describe('rolling-update-loses-data', () => {
  const rule = 'rolling-update-loses-data';

  it.each`
    change                                               | lines
    ${{ spec: { updateStrategy: undefined } }}           | ${['spec:']}
    ${{ spec: { updateStrategy: { type: 'Rolling' } } }} | ${['updateStrategy:']}
    ${{ kind: 'Deployment' }}                            | ${['spec:']}
  `('$change', ({ change, lines }) => {
    expect(found(rule, change)).toEqual(lines);
  });

  it('leaves a server alone that keeps its data', () => {
    const spec = {
      updateStrategy: undefined,
      volumeClaimTemplates: [{ metadata: { name: 'data' } }],
    };
    expect(linesFound(rule, [yamlFile(redis({ spec }))])).toEqual([]);
    const args = ['--save ""', '--appendonly no'];
    expect(linesFound(rule, [yamlFile(redis({ args, spec }))])).toHaveLength(1);
  });
});
