import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import {
  platformSettings,
  policyOf,
  provenance,
  repository,
  settings,
  spec,
} from '../__testUtils__/caches';
import { renderManifests } from '../renderManifests';
import { CacheSpec, FieldError } from '../types';
import { validateCacheSpec } from '../validateCacheSpec';

const POLICY = policyOf();
const SETTINGS = settings();
const PLATFORM = platformSettings({
  issuer: { kind: 'ClusterIssuer', name: 'internal' },
});
const SEED = { seed: 20261124 };
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}]/u;

function expectPlainErrors(errors: FieldError[]): void {
  expect(errors.length).toBeGreaterThan(0);
  expect(errors.length).toBeLessThanOrEqual(50);
  for (const error of errors) {
    expect(Object.keys(error).sort()).toEqual([
      'expected',
      'field',
      'message',
      'value',
    ]);
    for (const text of Object.values(error)) {
      expect(text).not.toMatch(INVISIBLE);
      expect(text.length).toBeLessThan(2000);
    }
  }
}

const nasty = fc.constantFrom(
  '../../../etc/passwd',
  '"; rm -rf / #',
  '$(id)',
  '`id`',
  '${{ secrets.TOKEN }}',
  '{{ .Values }}',
  'a: b\n- c',
  '&anchor *alias',
  '!!js/function',
  '---\n...',
  '%2e%2e%2f',
  '\u0000',
  '\u202e',
  'ａｂｃ',
  'con',
  '__proto__',
  'constructor',
  'a'.repeat(300),
  '<img src=x onerror=alert(1)>',
  '| a | b |',
);

const anything = fc.oneof(
  fc.anything({ withBigInt: true, withNullPrototype: true, withDate: true }),
  nasty,
  fc.string({ unit: 'binary', maxLength: 300 }),
);

describe('hostile input', () => {
  it('gives field errors and nothing else, whatever it is', () => {
    fc.assert(
      fc.property(anything, input => {
        const result = validateCacheSpec(input, POLICY, SETTINGS);
        expect(result.ok).toBe(false);
        if (!result.ok) expectPlainErrors(result.errors);
      }),
      { ...SEED, numRuns: 2000 },
    );
  });

  it('gives errors for the one field that is hostile, or a rendered cache', () => {
    const field = fc.constantFrom(
      ...Object.keys(spec()),
      'description',
      'system',
      'topology',
      'memoryBytes',
      'threads',
      'sizing',
      'flavour',
      'secrets',
      'tls',
      'crossRegion',
      'argoCd',
      'repository',
      'extra',
    );
    fc.assert(
      fc.property(field, anything, (key, value) => {
        const result = validateCacheSpec(
          { ...spec(), [key]: value },
          POLICY,
          SETTINGS,
        );
        if (result.ok) return;
        expectPlainErrors(result.errors);
        for (const error of result.errors) {
          expect(error.field.startsWith(key)).toBe(true);
        }
      }),
      { ...SEED, numRuns: 2000 },
    );
  });

  it('gives an error for the one answer inside that is hostile', () => {
    const valid = {
      sizing: {
        dataBytes: 2 ** 30,
        writesPerSecond: 1000,
        toleratedCutSeconds: 60,
        roundTripMilliseconds: 20,
      },
      repository: {
        url: 'https://github.com/example/caches',
        folder: 'caches',
      },
      consumers: [
        { entityRef: 'component:default/checkout', namespace: 'checkout' },
      ],
    };
    const place = fc.constantFrom<[keyof typeof valid, string]>(
      ['sizing', 'dataBytes'],
      ['sizing', 'writesPerSecond'],
      ['sizing', 'toleratedCutSeconds'],
      ['sizing', 'roundTripMilliseconds'],
      ['sizing', 'extra'],
      ['repository', 'url'],
      ['repository', 'extra'],
      ['consumers', 'entityRef'],
      ['consumers', 'extra'],
    );
    // No number, so that nothing of it can be an answer.
    const hostile = anything.filter(value => typeof value !== 'number');
    fc.assert(
      fc.property(place, hostile, ([field, key], value) => {
        fc.pre(value !== undefined);
        const changed =
          field === 'consumers'
            ? [{ ...valid.consumers[0], [key]: value }]
            : { ...valid[field], [key]: value };
        const result = validateCacheSpec(
          { ...spec(), ...valid, [field]: changed },
          POLICY,
          SETTINGS,
        );
        expect(result.ok).toBe(false);
        if (result.ok) return;
        expectPlainErrors(result.errors);
        for (const error of result.errors) {
          expect(error.field.startsWith(field)).toBe(true);
        }
      }),
      { ...SEED, numRuns: 2000 },
    );
  });

  it('does not change the prototype of anything', () => {
    const input = JSON.parse('{"__proto__": {"polluted": true}, "name": "a"}');
    const result = validateCacheSpec(input, POLICY, SETTINGS);
    expect(result.ok).toBe(false);
    expect({}).not.toHaveProperty('polluted');
  });
});

const label = fc
  .stringMatching(/^[a-z][a-z0-9-]{0,28}[a-z0-9]$/)
  .filter(name => !/^(dfly|xn--|kubernetes$)/.test(name))
  .filter(name => !/-(write|read|replication|connection)$/.test(name));
const entityName = fc.stringMatching(
  /^[A-Za-z0-9]{1,8}([-_.][A-Za-z0-9]{1,8}){0,3}$/,
);
const visible = fc
  .string({ unit: 'grapheme', maxLength: 80 })
  .filter(text => !INVISIBLE.test(text));

const consumers = fc.uniqueArray(
  fc.record({
    entityRef: entityName.map(name => `component:default/${name}`),
    namespace: label,
  }),
  {
    maxLength: 4,
    selector: ({ entityRef }) => entityRef.toLowerCase().replace(/[._]/g, '-'),
  },
);

const validSpec: fc.Arbitrary<CacheSpec> = fc.record(
  {
    name: label,
    owner: entityName.map(name => `group:default/${name}`),
    useCase: fc.constantFrom('session-cache', 'api-cache', 'feature-flags'),
    topology: fc.constant('replicated' as const),
    primaryRegion: fc.constant('region2'),
    otherRegions: fc.constant(['region1']),
    consumers,
    description: visible,
    memoryBytes: fc.integer({ min: 256, max: 4096 }).map(mib => mib * 2 ** 20),
    secrets: fc.constantFrom('external-secret', 'bring-your-own'),
    tls: fc.boolean(),
    crossRegion: fc.constantFrom('load-balancer', 'external-name'),
    repository: fc.constant(repository),
  },
  {
    requiredKeys: [
      'name',
      'owner',
      'useCase',
      'topology',
      'primaryRegion',
      'otherRegions',
      'consumers',
    ],
  },
);

describe('any valid request', () => {
  it('renders to files inside the folder that parse as YAML', () => {
    fc.assert(
      fc.property(validSpec, request => {
        const result = renderManifests(request, POLICY, PLATFORM, provenance);
        expect(result.ok).toBe(true);
        if (!result.ok) return;
        const paths = result.files.map(({ path }) => path);
        expect(new Set(paths).size).toBe(paths.length);
        for (const { path, content } of result.files) {
          expect(path).toMatch(
            /^(README\.md|docs\/(index|runbook)\.md|mkdocs\.yml|catalog-info\.yaml|cache-request\.yaml|(base|argocd|overlays\/region[12](\/custom)?|consumers\/[a-z0-9-]+)\/[a-z-]+\.yaml)$/,
          );
          if (!/\.ya?ml$/.test(path)) continue;
          const documents = parseAllDocuments(content, { version: '1.1' });
          expect(documents).toHaveLength(1);
          expect(documents.flatMap(({ errors }) => errors)).toEqual([]);
        }
      }),
      { ...SEED, numRuns: 150 },
    );
  });
});
