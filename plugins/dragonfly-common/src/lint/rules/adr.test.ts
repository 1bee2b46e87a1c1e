import { linesFound, yamlFile } from '../__testUtils__/lint';
import {
  ARGUMENTS,
  cacheEntity,
  dragonfly,
  redis,
  ServerChange,
} from '../__testUtils__/servers';
import { policyOf } from '../../manifests/__testUtils__/caches';
import { lintManifests } from '../lintManifests';

const policy = policyOf();
const lineOf = (name: string) =>
  policy.useCases.find(({ id }) => id === name)?.line;
const fixed = ARGUMENTS.filter(flag => !flag.startsWith('--cache_mode'));

function findings(rule: string, objects: unknown[]) {
  const { findings: all } = lintManifests([yamlFile(objects)], { policy });
  return all.filter(finding => finding.rule === rule);
}

it.each`
  rule                     | change                                                        | adrLine
  ${'memory-not-as-adr'}   | ${{ args: ['--maxmemory=1gb'] }}                              | ${policy.primary.memoryBytes.line}
  ${'port-not-as-adr'}     | ${{ args: ['--port=7000'] }}                                  | ${policy.primary.port.line}
  ${'image-not-as-adr'}    | ${{ container: { image: 'mirror.example.com/dragonfly:1' } }} | ${policy.primary.image.line}
  ${'eviction-not-as-adr'} | ${{ args: fixed }}                                            | ${policy.primary.cacheMode.line}
`('$rule names line $adrLine', input => {
  const change: ServerChange = input.change;
  expect(findings(input.rule, dragonfly(change))).toMatchObject([
    { adrLine: input.adrLine },
  ]);
  expect(findings(input.rule, dragonfly())).toEqual([]);
  expect(linesFound(input.rule, [yamlFile(dragonfly(change))])).toEqual([]);
});

it('engine-not-as-adr, and then not image-not-as-adr as well', () => {
  expect(findings('engine-not-as-adr', redis())).toMatchObject([
    { adrLine: policy.primary.image.line },
  ]);
  expect(findings('image-not-as-adr', redis())).toEqual([]);
  expect(findings('engine-not-as-adr', dragonfly())).toEqual([]);
});

it('namespace-not-as-adr', () => {
  const content = (namespace: string) =>
    yamlFile(dragonfly()).content.replace(
      'metadata:\n  name: sessions\n',
      `metadata:\n  name: sessions\n  namespace: ${namespace}\n`,
    );
  const found = (namespace: string) =>
    lintManifests([{ path: 'a.yaml', content: content(namespace) }], {
      policy,
    }).findings.filter(({ rule }) => rule === 'namespace-not-as-adr');
  expect(found('shop')).toMatchObject([
    { line: 5, adrLine: policy.primary.namespace.line },
  ]);
  expect(found(policy.primary.namespace.value)).toEqual([]);
});

describe('eviction-against-use-case', () => {
  const rule = 'eviction-against-use-case';

  it.each`
    useCase            | server                                                | broken
    ${'session-cache'} | ${dragonfly({ args: fixed })}                         | ${true}
    ${'session-cache'} | ${dragonfly()}                                        | ${false}
    ${'rate-limiting'} | ${dragonfly()}                                        | ${true}
    ${'rate-limiting'} | ${dragonfly({ args: fixed })}                         | ${false}
    ${'session-cache'} | ${redis({ args: ['--maxmemory-policy noeviction'] })} | ${true}
    ${'session-cache'} | ${redis()}                                            | ${false}
    ${'rate-limiting'} | ${redis()}                                            | ${true}
    ${'no-such-case'}  | ${redis()}                                            | ${false}
  `('$useCase', ({ useCase, server, broken }) => {
    const found = findings(rule, [...server, cacheEntity('sessions', useCase)]);
    expect(found.map(({ adrLine }) => adrLine)).toEqual(
      broken ? [lineOf(useCase)] : [],
    );
  });

  it('reads the annotation of the workload as well', () => {
    const annotations = { 'dragonflydb.io/use-case': 'rate-limiting' };
    expect(findings(rule, dragonfly({ annotations }))).toHaveLength(1);
  });
});
