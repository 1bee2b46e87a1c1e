import fc from 'fast-check';
import { ADR, policyOf, withoutLines } from './__fixtures__/adr';
import { claimsOf } from './__fixtures__/claims';
import { GeneratedAdr, Layout, writeAdr } from './__fixtures__/generatedAdr';
import { parsePolicy } from './parsePolicy';
import { Policy } from './types';

/** One seed for all, so that a run that fails fails again. */
const SEED = 20_240_501;

// For machines that are slow or busy.
jest.setTimeout(60_000);

const words = fc
  .array(fc.constantFrom('Alpha', 'beta', 'Gamma 2', 'delta-x', 'épsilon'), {
    minLength: 1,
    maxLength: 4,
  })
  .map(parts => parts.join(' '));

const adrs: fc.Arbitrary<GeneratedAdr> = fc.record({
  useCases: fc.uniqueArray(
    fc.record({
      title: words,
      ttl: fc.constantFrom('24h', '90 min', 'PT5M', '1h30m', '30s'),
      eviction: fc.constantFrom('LRU', 'Fixed', 'lru'),
      dr: fc.constantFrom('Yes', 'No', 'No (local)', 'optional'),
    }),
    {
      minLength: 1,
      maxLength: 6,
      selector: ({ title }) => title.toLowerCase().replace(/\W+/g, '-'),
    },
  ),
  characteristics: fc.array(fc.record({ aspect: words, value: words }), {
    minLength: 1,
    maxLength: 4,
  }),
  metrics: fc.array(fc.record({ metric: words, description: words }), {
    minLength: 1,
    maxLength: 4,
  }),
  options: fc.array(fc.record({ name: words, selected: fc.boolean() }), {
    minLength: 1,
    maxLength: 4,
  }),
  memory: fc.constantFrom('2gb', '512mb', '3G', '4Gi'),
  threads: fc.integer({ min: 1, max: 8 }),
  port: fc.integer({ min: 1, max: 65_535 }),
});

const PLAIN: Layout = {
  lineEnding: '\n',
  byteOrderMark: false,
  trailingSpaces: '',
  outerPipes: true,
  extraColumn: false,
  columnOrder: [],
  rowOrder: [],
  sectionOrder: [],
  extraSections: [],
  fence: '```',
  language: 'yaml',
  fencesInList: false,
  inlineArguments: false,
  headingShift: 0,
  heading: text => text,
  cell: text => text,
};

const order = fc.array(fc.integer({ min: 0, max: 99 }), { maxLength: 12 });

const layouts: fc.Arbitrary<Layout> = fc.record({
  lineEnding: fc.constantFrom('\n', '\r\n', '\r'),
  byteOrderMark: fc.boolean(),
  trailingSpaces: fc.constantFrom('', ' ', '   '),
  outerPipes: fc.boolean(),
  extraColumn: fc.boolean(),
  columnOrder: order,
  rowOrder: order,
  sectionOrder: order,
  extraSections: fc.array(fc.nat({ max: 20 }), { maxLength: 3 }),
  fence: fc.constantFrom('```', '`````', '~~~', '~~~~'),
  language: fc.constantFrom('yaml', 'yml', 'YAML', ''),
  fencesInList: fc.boolean(),
  inlineArguments: fc.boolean(),
  headingShift: fc.constantFrom(0, 1, 2),
  heading: fc.constantFrom<Layout['heading'][]>(
    text => text,
    text => text.toUpperCase(),
    text => `3. ${text}`,
    text => `**${text}**:`,
  ),
  cell: fc.constantFrom<Layout['cell'][]>(
    text => text,
    text => `**${text}**`,
    text => `\`${text}\``,
    text => `[${text}](https://example.com)`,
    text => `${text} <!-- checked -->`,
  ),
});

it('reads the same policy from any layout', () => {
  fc.assert(
    fc.property(adrs, layouts, (adr, layout) => {
      const plain = policyOf(writeAdr(adr, PLAIN));
      expect(plain.useCases.map(({ title, ttl }) => [title, ttl.text])).toEqual(
        adr.useCases.map(({ title, ttl }) => [title, ttl]),
      );
      const otherColumns: Record<string, string> = layout.extraColumn
        ? { Owner: 'Owner' }
        : {};
      const expected = {
        ...plain,
        useCases: plain.useCases.map(row => ({ ...row, otherColumns })),
      };
      expect(said(policyOf(writeAdr(adr, layout)))).toEqual(said(expected));
    }),
    { seed: SEED, numRuns: 300 },
  );
});

it('gives every value a line that contains it', () => {
  fc.assert(
    fc.property(adrs, layouts, (adr, layout) => {
      const text = writeAdr(adr, layout);
      const lines = text.split(/\r\n?|\n/);
      for (const { line, contained } of claimsOf(policyOf(text))) {
        expect(lines[line - 1].toLowerCase()).toContain(
          contained.toLowerCase(),
        );
      }
    }),
    { seed: SEED, numRuns: 200 },
  );
});

it('gives every value of the real ADR a line that contains it', () => {
  const lines = ADR.split('\n');
  for (const { line, contained } of claimsOf(policyOf(ADR))) {
    expect(lines[line - 1].replaceAll('**', '').toLowerCase()).toContain(
      contained.toLowerCase(),
    );
  }
});

it('never throws and always says what is wrong', () => {
  const fragments = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      '\n',
      '\r',
      '|',
      '| Use Case | TTL |\n|-|-|\n',
      '```yaml\n',
      '~~~\n',
      '---\n',
      '# ',
      '> ',
      '- ',
      '**Status:** ',
      '<!--',
      '-->',
      '[a]: b\n',
      '[a][a]',
      'kind: StatefulSet\n',
      'args: [&a [*a]]\n',
      '\0',
      '\t',
      '&#10;',
      '## Use Cases\n',
    ),
  );
  fc.assert(
    fc.property(fc.array(fragments, { maxLength: 40 }), parts => {
      expect(complaintsAbout(parts.join(''))).toEqual([]);
    }),
    { seed: SEED, numRuns: 500 },
  );
});

it('survives any cut, copy and insertion in the real ADR', () => {
  const lines = ADR.split('\n');
  const place = fc.nat({ max: lines.length });
  const edits = fc.array(
    fc.record({
      at: place,
      remove: fc.nat({ max: 6 }),
      from: place,
      copy: fc.nat({ max: 6 }),
      text: fc.string({ maxLength: 12 }),
    }),
    { minLength: 1, maxLength: 5 },
  );
  fc.assert(
    fc.property(edits, changes => {
      const edited = [...lines];
      for (const { at, remove, from, copy, text } of changes) {
        edited.splice(at, remove, ...lines.slice(from, from + copy), text);
      }
      expect(complaintsAbout(edited.join('\n'))).toEqual([]);
    }),
    { seed: SEED, numRuns: 300 },
  );
});

/** What is unsound about a result: no policy and no error, a line that the text does not have, an empty message. */
function complaintsAbout(markdown: string): string[] {
  const result = parsePolicy(markdown);
  const count = markdown.split(/\r\n?|\n/).length;
  const errors = result.ok ? [] : result.errors;
  return [
    ...(result.ok || errors.length > 0 ? [] : ['neither policy nor error']),
    ...[...result.warnings, ...errors]
      .filter(({ line = 1, message }) => line < 1 || line > count || !message)
      .map(({ line, message }) => `line ${line} of ${count}: ${message}`),
  ];
}

/** What a policy says, whatever the order of its rows. */
function said(policy: Policy): unknown {
  const sorted = <T>(rows: T[]) =>
    rows
      .map(row => ({ row, key: JSON.stringify(withoutLines(row)) }))
      .sort((one, other) => one.key.localeCompare(other.key))
      .map(({ row }) => row);
  return withoutLines({
    ...policy,
    useCases: sorted(policy.useCases),
    characteristics: sorted(policy.characteristics),
    monitoring: sorted(policy.monitoring),
    rationale: {
      ...policy.rationale,
      options: sorted(policy.rationale.options),
    },
    notes: [],
  });
}
