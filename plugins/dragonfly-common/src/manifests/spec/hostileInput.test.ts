import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { policyOf, provenance, settings, spec } from '../__testUtils__/caches';
import { renderManifests } from '../renderManifests';
import { CacheSpec, FieldError } from '../types';
import { validateCacheSpec } from '../validateCacheSpec';

const POLICY = policyOf();
const SETTINGS = settings();
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
      { ...SEED, numRuns: 1000 },
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
        const result = renderManifests(request, POLICY, SETTINGS, provenance);
        expect(result.ok).toBe(true);
        if (!result.ok) return;
        const paths = result.files.map(({ path }) => path);
        expect(new Set(paths).size).toBe(paths.length);
        for (const { path, content } of result.files) {
          expect(path).toMatch(
            /^(README\.md|catalog-info\.yaml|(base|overlays\/region[12]|consumers\/[a-z0-9-]+)\/[a-z-]+\.yaml)$/,
          );
          if (!path.endsWith('.yaml')) continue;
          const documents = parseAllDocuments(content, { version: '1.1' });
          expect(documents).toHaveLength(1);
          expect(documents.flatMap(({ errors }) => errors)).toEqual([]);
        }
      }),
      { ...SEED, numRuns: 150 },
    );
  });
});
