import fc from 'fast-check';
import { stringify } from 'yaml';
import { fixture } from './__testUtils__/lint';
import { dragonfly, redis } from './__testUtils__/servers';
import { policyOf } from '../manifests/__testUtils__/caches';
import { ManifestFile } from '../manifests/types';
import { lintManifests } from './lintManifests';

const policy = policyOf();

/** What holds for every input. */
function check(files: ManifestFile[]): void {
  const report = lintManifests(files, { policy });
  for (const { path, line } of report.findings) {
    const file = files.find(candidate => candidate.path === path);
    expect(file).toBeDefined();
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(file?.content.split('\n').length ?? 0);
  }
  expect(lintManifests(files, { policy })).toEqual(report);
}

const path = fc.constantFrom('a.yaml', 'b.json', 'c.md', 'd.conf', 'stdin');

it('takes any text', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 400 });
  fc.assert(
    fc.property(path, text, (name, content) =>
      check([{ path: name, content }]),
    ),
    { numRuns: 500 },
  );
});

it('takes texts of the characters that YAML gives a meaning to', () => {
  const unit = fc.constantFrom(...'-:?[]{}&*!|>\'"%@`#, \n\tab<0');
  fc.assert(
    fc.property(path, fc.string({ unit, maxLength: 300 }), (name, content) =>
      check([{ path: name, content }]),
    ),
    { numRuns: 1_000 },
  );
});

/** Any JSON in the place of any part of an object. */
function mutated(object: unknown): fc.Arbitrary<unknown> {
  const stranger = fc.jsonValue({ maxDepth: 2 });
  if (Array.isArray(object)) {
    return fc.oneof(
      { weight: 20, arbitrary: fc.tuple(...object.map(mutated)) },
      { weight: 1, arbitrary: stranger },
    );
  }
  if (typeof object === 'object' && object !== null) {
    const parts = Object.entries(object).map(([key, value]) =>
      mutated(value).map(changed => [key, changed] as const),
    );
    return fc.oneof(
      {
        weight: 20,
        arbitrary: fc.tuple(...parts).map(pairs => Object.fromEntries(pairs)),
      },
      { weight: 1, arbitrary: stranger },
    );
  }
  return fc.oneof(
    { weight: 20, arbitrary: fc.constant(object) },
    { weight: 1, arbitrary: stranger },
  );
}

it('takes workloads with anything in the place of anything', () => {
  const objects = fc.tuple(mutated(dragonfly()), mutated(redis()));
  fc.assert(
    fc.property(objects, documents =>
      check([
        {
          path: 'a.yaml',
          content: documents
            .flat()
            .map(document => stringify(document))
            .join('---\n'),
        },
      ]),
    ),
    { numRuns: 300 },
  );
});

it('takes the fixtures cut off anywhere', () => {
  const whole = fixture('redis-pair.yaml');
  fc.assert(
    fc.property(fc.nat(whole.content.length), length =>
      check([{ ...whole, content: whole.content.slice(0, length) }]),
    ),
    { numRuns: 200 },
  );
});

it.each([
  ['servers', `${stringify(dragonfly()[0])}---\n`.repeat(600)],
  ['services', `${stringify(dragonfly()[1])}---\n`.repeat(3_000)],
  ['words', stringify(dragonfly({ args: ['-- -'.repeat(100_000)] })[0])],
  ['arguments', stringify(redis({ args: Array(40_000).fill('--a b') })[0])],
  ['fences', '```yaml\n'.repeat(100_000)],
  ['dashes', '- '.repeat(200_000)],
  ['dollars', stringify(dragonfly({ args: [`--dir=${'$('.repeat(2e5)}`] })[0])],
])('takes bounded time for many %s', (name, content) => {
  const started = performance.now();
  lintManifests([
    { path: name === 'fences' ? 'a.md' : 'a.yaml', content },
    { path: 'b.yaml', content: stringify(dragonfly()[0]) },
  ]);
  expect(performance.now() - started).toBeLessThan(10_000);
});
