import { ADR, edit, lineWith } from './__fixtures__/adr';
import { parsePolicy } from './parsePolicy';

function warningsOf(markdown: string) {
  const result = parsePolicy(markdown);
  expect(result.ok ? [] : result.errors).toEqual([]);
  return result.warnings;
}

it.each`
  written                                | status
  ${'Rejected'}                          | ${'rejected'}
  ${'deprecated'}                        | ${'deprecated'}
  ${'SUPERSEDED'}                        | ${'superseded'}
  ${'Superseded by [ADR-12](adr-12.md)'} | ${'superseded'}
  ${'superseded by ADR-12'}              | ${'superseded'}
`('warns of the status "$written"', ({ written, status }) => {
  const text = edit(ADR, '**Status:** Accepted', `**Status:** ${written}`);
  expect(parsePolicy(text)).toMatchObject({
    policy: { status: { value: status } },
  });
  expect(warningsOf(text)).toMatchObject([
    { severity: 'warning', subject: 'status', line: 3 },
  ]);
});

it.each([
  'Accepted',
  'accepted.',
  'Accepted (2024-05-01)',
  '✅ Accepted',
  'Proposed',
])('does not warn of the status "%s"', written => {
  const text = edit(ADR, '**Status:** Accepted', `**Status:** ${written}`);
  expect(warningsOf(text)).toEqual([]);
});

it.each(['May 2024', '2024-13-01', '2024-02-30', '01.05.2024', ''])(
  'leaves out the date "%s" with a warning',
  written => {
    const text = edit(ADR, '**Date:** 2024-05-01', `**Date:** ${written}`);
    expect(warningsOf(text)).toMatchObject([
      { subject: 'date', line: 4, found: written },
    ]);
    expect(parsePolicy(text)).toMatchObject({
      policy: { dates: { updated: { value: '2026-01-16' } } },
    });
  },
);

it('warns of sections that are for readers and are not there', () => {
  const text = edit(
    edit(edit(ADR, '## Context\n', ''), '## Decision\n', ''),
    '## Consequences\n',
    '## Afterwards\n',
  );
  expect(warningsOf(text).map(({ subject }) => subject)).toEqual([
    'section "context"',
    'section "decision"',
    'positive consequences',
    'negative consequences',
  ]);
});

it('warns of a second use-case table, which it does not read', () => {
  const table = `| Use Case | TTL | Eviction | DR Needed |
|---|---|---|---|
| Session cache | 1h | Fixed | No |
`;
  const text = edit(
    ADR,
    '## Monitoring',
    `## Refused\n\n${table}\n## Monitoring`,
  );
  expect(warningsOf(text)).toMatchObject([
    {
      subject: 'second use-case table',
      line: lineWith(text, '## Refused') + 2,
      found: 'Refused',
    },
  ]);
  expect(parsePolicy(text)).toMatchObject({
    policy: { useCases: { length: 4 } },
  });
});

it('warns of a replica that cannot hold what the primary holds', () => {
  const text = ADR.replace(
    /--maxmemory=2gb(?=[\s\S]*--replicaof)(?![\s\S]*--maxmemory)/,
    '--maxmemory=1gb',
  );
  expect(warningsOf(text)).toMatchObject([
    {
      subject: 'replica StatefulSet, argument --maxmemory',
      found: '1 GiB',
      line: lineWith(text, '--maxmemory=1gb'),
    },
  ]);
});

it('warns of a variable in the arguments that nothing defines', () => {
  const text = edit(ADR, '$(MASTER_PASSWORD)', '$(PRIMARY_PASSWORD)');
  expect(warningsOf(text)).toMatchObject([
    {
      subject: 'replica StatefulSet, argument --masterauth',
      found: '$(PRIMARY_PASSWORD)',
      line: lineWith(text, '$(PRIMARY_PASSWORD)'),
    },
  ]);
  expect(warningsOf(edit(ADR, '$(MASTER_PASSWORD)', '$$(LITERAL)'))).toEqual(
    [],
  );
});
