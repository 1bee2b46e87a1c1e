import { policyOf, settings, spec } from '../__testUtils__/caches';
import { CacheSpec, ManifestSettings } from '../types';
import { validateCacheSpec } from '../validateCacheSpec';

const POLICY = policyOf();
const MIB = 2 ** 20;

function errorsOf(input: unknown, from: ManifestSettings = settings()) {
  const result = validateCacheSpec(input, POLICY, from);
  return result.ok ? [] : result.errors;
}

function with_(overrides: Record<string, unknown>): unknown {
  return { ...spec(), ...overrides };
}

function consumer(entityRef: unknown, namespace?: unknown) {
  return with_({ consumers: [{ entityRef, namespace }] });
}

describe('validateCacheSpec', () => {
  it('returns the request with its references in lower case', () => {
    const request = spec({
      owner: 'Group:default/Identity',
      system: 'System:default/Login',
      consumers: [{ entityRef: 'Component:Shop/Check_Out', namespace: 'shop' }],
    });
    expect(validateCacheSpec(request, POLICY, settings())).toEqual({
      ok: true,
      spec: {
        ...request,
        owner: 'group:default/identity',
        system: 'system:default/login',
        consumers: [
          { entityRef: 'component:shop/check_out', namespace: 'shop' },
        ],
      },
    });
  });

  it.each<[string, Partial<CacheSpec>]>([
    ['no consumer', { consumers: [] }],
    ['the longest name', { name: 'a'.repeat(40) }],
    ['a name that YAML 1.1 reads as a boolean', { name: 'on' }],
    ['a description with markup', { description: '<b>`x`</b> | "y" 日本語 é' }],
    ['the smallest memory', { memoryBytes: 256 * MIB }],
    ['as many threads as the memory allows', { threads: 8 }],
    ['one independent region', { useCase: 'rate-limiting', otherRegions: [] }],
    [
      'the topology that the policy prescribes anyway',
      { topology: 'replicated' },
    ],
  ])('accepts %s', (_, overrides) => {
    expect(errorsOf(spec(overrides))).toEqual([]);
  });

  it.each([
    ['a quote', 'ses"sions'],
    ['a line break', 'sessions\nkind: Secret'],
    ['shell metacharacters', '$(reboot)'],
    ['a path', '../../etc/passwd'],
    ['an upper-case letter', 'Sessions'],
    ['a digit in front', '1sessions'],
    ['a hyphen at the end', 'sessions-'],
    ['41 characters', 'a'.repeat(41)],
    ['254 characters', 'a'.repeat(254)],
    ['a look-alike letter', 'sеssions'],
    ['an invisible character', 'ses\u200bsions'],
    ['a right-to-left override', 'ses\u202esions'],
    ['a wide letter', 'ｓessions'],
    ['nothing', ''],
    ['a number', 7],
    ['an object', { toString: 'sessions' }],
    ['punycode', 'xn--80ak6aa92e'],
    ['the name of the cluster itself', 'kubernetes'],
    ['a write Service of another cache', 'sessions-write'],
    ['a read Service of another cache', 'sessions-read'],
    ['a replication Service of another cache', 'sessions-replication'],
    ['a name that stops servers', 'dfly-sessions'],
  ])('refuses a name with %s', (_, name) => {
    expect(errorsOf(with_({ name })).map(({ field }) => field)).toEqual([
      'name',
    ]);
  });

  it.each([
    ['owner', with_({ owner: 'identity' })],
    ['owner', with_({ owner: 'component:default/x' })],
    ['owner', with_({ owner: undefined })],
    ['system', with_({ system: 'group:default/x' })],
    ['description', with_({ description: 'two\nlines' })],
    ['description', with_({ description: 'hidden\u2066text' })],
    ['description', with_({ description: 'x'.repeat(501) })],
    ['useCase', with_({ useCase: 'no-such' })],
    ['useCase', with_({ useCase: 'constructor' })],
    ['topology', with_({ topology: 'cluster' })],
    ['topology', with_({ topology: 'independent' })],
    ['topology', with_({ useCase: 'rate-limiting', topology: 'replicated' })],
    ['topology', with_({ useCase: 'api-cache' })],
    ['primaryRegion', with_({ primaryRegion: 'atlantis' })],
    ['primaryRegion', with_({ primaryRegion: '../region1' })],
    ['otherRegions', with_({ otherRegions: [] })],
    ['otherRegions', with_({ otherRegions: 'region2' })],
    ['otherRegions[0]', with_({ otherRegions: ['region1'] })],
    ['otherRegions[1]', with_({ otherRegions: ['region2', 'region2'] })],
    ['otherRegions[0]', with_({ otherRegions: ['atlantis'] })],
    ['otherRegions', with_({ otherRegions: Array(1e5).fill('x') })],
    ['memoryBytes', with_({ memoryBytes: 255 * MIB })],
    ['memoryBytes', with_({ memoryBytes: 256 * MIB + 1 })],
    ['memoryBytes', with_({ memoryBytes: '2gb' })],
    ['memoryBytes', with_({ memoryBytes: NaN })],
    ['memoryBytes', with_({ memoryBytes: Infinity })],
    ['memoryBytes', with_({ memoryBytes: 1n })],
    ['threads', with_({ threads: 9 })],
    ['threads', with_({ threads: 0 })],
    ['threads', with_({ threads: 1.5 })],
    ['consumers', with_({ consumers: {} })],
    ['consumers', with_({ consumers: Array(101).fill({}) })],
    ['consumers[0].entityRef', consumer('checkout')],
    ['consumers[0].entityRef', consumer('component:default/../x')],
    ['consumers[0].entityRef', consumer(`component:default/${'a'.repeat(64)}`)],
    ['consumers[0].entityRef', consumer('user:default/eve')],
    ['consumers[0].namespace', consumer('component:default/a', 'a/b')],
    ['consumers[0].namespace', consumer('component:default/a', 'A')],
    ['consumers[0].namespace', consumer('component:default/a_b')],
    ['host', with_({ host: 'evil.example.com' })],
    ['spec', undefined],
    ['spec', null],
    ['spec', []],
    ['spec', 'sessions'],
  ])('names the field %s when it is wrong', (field, input) => {
    const errors = errorsOf(input);
    expect(errors.map(error => error.field)).toEqual([field]);
    expect(errors[0].message).toContain(`Field "${field}" is `);
    expect(errors[0].message).toContain(`expected ${errors[0].expected}. `);
  });

  it.each([
    ['component:default/a', 'component:default/a'],
    ['component:default/a-b', 'component:default/a_b'],
    ['component:shop/pay', 'component:default/shop-pay'],
  ])('refuses %s next to %s, which become one folder', (one, two) => {
    const consumers = [one, two].map(entityRef => ({
      entityRef,
      namespace: 'shop',
    }));
    expect(errorsOf(with_({ consumers })).map(({ field }) => field)).toEqual([
      'consumers[1].entityRef',
    ]);
  });

  it('lists every offending field at once', () => {
    const errors = errorsOf({ name: 'A', useCase: 5, color: 'red' });
    expect(errors.map(({ field }) => field).sort()).toEqual([
      'color',
      'consumers',
      'name',
      'otherRegions',
      'owner',
      'primaryRegion',
      'useCase',
    ]);
  });

  it('escapes and shortens what it repeats', () => {
    const [error] = errorsOf(
      with_({ name: `\u001b[31m\u202e${'x'.repeat(300)}` }),
    );
    expect(error.value).toBe(
      `"\\u{1b}[31m\\u{202e}${'x'.repeat(54)}…" (306 characters)`,
    );
    expect(error.message.length).toBeLessThan(400);
  });

  it('does not read the value of a property that throws as an answer', () => {
    const hostile = Object.defineProperty({ ...spec() }, 'name', {
      enumerable: true,
      get() {
        throw new Error('boom');
      },
    });
    expect(errorsOf(hostile).map(({ field }) => field)).toEqual(['spec']);
  });

  it.each([
    [
      'unknown fields',
      with_(
        Object.fromEntries(
          Array.from({ length: 500 }, (_, index) => [`x${index}`, 1]),
        ),
      ),
    ],
    [
      'bad consumers',
      with_({ consumers: Array(100).fill({ entityRef: 'x' }) }),
    ],
  ])('never lists more than fifty errors: %s', (_, input) => {
    expect(errorsOf(input)).toHaveLength(50);
  });
});
