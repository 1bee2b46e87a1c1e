import {
  ADR,
  edit,
  errorsOf,
  policyOf,
  withoutLines,
} from './__fixtures__/adr';

const EXPECTED = withoutLines({ ...policyOf(ADR), notes: [] });
const said = (markdown: string) =>
  withoutLines({ ...policyOf(markdown), notes: [] });

it.each<[string, string]>([
  ['CRLF', ADR.replaceAll('\n', '\r\n')],
  ['a byte order mark', `\uFEFF${ADR}`],
  ['spaces at the ends of all lines', ADR.replaceAll('\n', '  \n')],
  ['fences of tildes', ADR.replaceAll('```', '~~~')],
  ['longer fences', ADR.replaceAll('```', '`````')],
  ['```yml', ADR.replaceAll('```yaml', '```yml')],
  ['```YAML', ADR.replaceAll('```yaml', '``` YAML title="sts.yaml"')],
  ['fences without a language', ADR.replaceAll(/```(?:yaml|bash)/g, '```')],
  ['headings one level deeper', ADR.replaceAll(/^#/gm, '##')],
  [
    'capital headings',
    ADR.replaceAll(/^##+ .*$/gm, text => text.toUpperCase()),
  ],
  ['numbered headings', ADR.replaceAll(/^(##+) /gm, '$1 3.1 ')],
  ['headings with colons', ADR.replaceAll(/^(##+ .*)$/gm, '$1:')],
  ['headings with anchors', ADR.replaceAll(/^(##+ .*)$/gm, '$1 {#anchor}')],
  ['underlined headings', ADR.replaceAll(/^## (.*)$/gm, '$1\n---')],
  [
    'tables without outer pipes',
    ADR.replaceAll(/^\| (.*) \|$/gm, '$1').replaceAll(/^\|(-.*)\|$/gm, '$1'),
  ],
  ['tables in a quote', ADR.replaceAll(/^\|/gm, '> |')],
  [
    'a comment in each row',
    ADR.replaceAll(/^\| (.*)$/gm, '| <!-- note --> $1'),
  ],
  [
    'comments between blocks',
    ADR.replaceAll('\n\n', '\n\n<!-- # Note\n| Use Case | TTL | -->\n\n'),
  ],
  [
    'comments between labels and lists',
    ADR.replaceAll(':**\n- ', ':**\n<!-- list -->\n- '),
  ],
  ['bold cells', ADR.replaceAll(/^\| ([A-Z]\w+ \w+) \|/gm, '| **$1** |')],
  [
    'linked cells',
    ADR.replaceAll('| Session cache |', '| [Session cache](sessions.md) |'),
  ],
  ['code in cells', ADR.replaceAll('| 24h |', '| `24h` |')],
  [
    'cells aligned',
    ADR.replaceAll(/^\|-.*\|$/gm, row => row.replaceAll(/-+/g, ':-:')),
  ],
  ['labels with the colon outside', ADR.replaceAll(':**', '**:')],
  [
    'labels as headings',
    ADR.replaceAll(/^\*\*(Positive|Negative):\*\*$/gm, '### $1 consequences\n'),
  ],
  ['blank lines after labels', ADR.replaceAll(':**\n-', ':**\n\n-')],
  ['lists with stars', ADR.replaceAll(/^- /gm, '* ')],
  [
    'inline arguments',
    ADR.replaceAll(
      /args:\n((?:\s+- --.*\n)+)/g,
      (_, items: string) =>
        `args: [${items
          .trim()
          .replace(/^- /, '')
          .split(/\n\s+- /)
          .map(item => JSON.stringify(item))
          .join(',\n                 ')}]\n`,
    ),
  ],
  [
    'flags and values apart',
    ADR.replaceAll('- --maxmemory=2gb', '- --maxmemory\n            - 2gb'),
  ],
  [
    'a prompt and a note in commands',
    edit(ADR, 'REPLICAOF NO ONE', '$ REPLICAOF NO ONE  # on region 2'),
  ],
  [
    'both StatefulSets in one fence',
    ADR.replace(/```\n\n### DR Region \(Replica\)\n\n```yaml\n/, '---\n'),
  ],
  ['a front matter', `---\nstatus: accepted\ntags: [cache]\n---\n\n${ADR}`],
])('reads the same with %s', (_, markdown) => {
  expect(markdown).not.toBe(ADR);
  expect(said(markdown)).toEqual(EXPECTED);
});

it('reads fences and tables that are in a list', () => {
  const indented = ADR.replaceAll(
    /```yaml\n[\s\S]*?```/g,
    fence => `1. Apply this:\n\n${fence.replaceAll(/^/gm, '   ')}`,
  );
  expect(said(indented)).toEqual(EXPECTED);
  const text = indented.split('\n');
  const { primary } = policyOf(indented);
  expect(text[primary.image.line - 1]).toContain(primary.image.value);
  expect(text[primary.arguments[1].line - 1]).toContain('--maxmemory=2gb');
});

it('reads status and dates from a section, as other ADRs have it', () => {
  const text = edit(
    ADR,
    '**Status:** Accepted\n**Date:** 2024-05-01\n**Updated:** 2026-01-16\n',
    '## Status\n\nAccepted\n\n## Date\n\n2024-05-01\n\n## Last updated\n\n2026-01-16\n',
  );
  expect(said(text)).toEqual(EXPECTED);
});

it('reads status and dates from front matter', () => {
  const bare = edit(
    ADR,
    '**Status:** Accepted\n**Date:** 2024-05-01\n**Updated:** 2026-01-16\n',
    '',
  );
  const text = `---\nstatus: Accepted\ndate: 2024-05-01\nupdated: 2026-01-16\n---\n${bare}`;
  expect(said(text)).toEqual(EXPECTED);
  expect(policyOf(text).status.line).toBe(2);
  expect(policyOf(text).context?.line).toBe(12 - 1);
});

it('does not take text between two thematic breaks for front matter', () => {
  expect(said(`---\n${ADR}\n\n---\n`)).toEqual(EXPECTED);
});

it('finds tables by their columns wherever they are', () => {
  const text = ADR.replace('## Use Cases', '## Presets')
    .replace('## Monitoring', '## What to watch')
    .replace('### Characteristics', '### In short')
    .replace('## Rationale', '## Why');
  expect(said(text)).toEqual(EXPECTED);
});

it('keeps columns that have no meaning to the policy', () => {
  const text = ADR.replace(
    /\| Use Case \|[\s\S]*?\n\n/,
    `| Owner | DR Needed | Notes | TTL | Notes | \`__proto__\` | Eviction | | Use Case |
|---|---|---|---|---|---|---|---|---|
| Identity | Yes | one | 24h | two | own | LRU | last | Session cache |

`,
  );
  const [useCase] = policyOf(text).useCases;
  expect(useCase).toMatchObject({
    id: 'session-cache',
    disasterRecovery: 'required',
  });
  expect(Object.entries(useCase.otherColumns)).toEqual([
    ['Owner', 'Identity'],
    ['Notes', 'one'],
    ['Notes (2)', 'two'],
    ['__proto__', 'own'],
    ['Column 8', 'last'],
  ]);
});

it('keeps a placeholder in a cell, which looks like a tag', () => {
  const text = edit(
    ADR,
    '| Consistency | Eventual |',
    '| Host | cache.<domain><br>or <b>none</b> |',
  );
  expect(policyOf(text).characteristics[2].value).toBe(
    'cache.<domain> or none',
  );
});

it('leaves StatefulSets of other programs alone', () => {
  const exporter = `## Exporter

\`\`\`yaml
kind: StatefulSet
metadata: { name: exporter, namespace: monitoring }
spec: { template: { spec: { containers: [{ image: "oliver006/redis_exporter:v1" }] } } }
---
kind: [broken
\`\`\`

\`\`\`yaml
not: {valid
\`\`\`

`;
  // The broken fence that mentions a StatefulSet is reported; the other one is nobody's business.
  const [error, ...others] = errorsOf(
    edit(ADR, '## Use Cases', `${exporter}## Use Cases`),
  );
  expect(error.subject).toBe('YAML of a StatefulSet');
  expect(others.every(({ subject }) => subject === error.subject)).toBe(true);
  expect(
    said(
      edit(
        ADR,
        '## Use Cases',
        `${exporter.replace('---\nkind: [broken\n', '')}## Use Cases`,
      ),
    ),
  ).toEqual(EXPECTED);
});

it('reads the server next to other containers', () => {
  const text = ADR.replaceAll(
    '      containers:\n',
    '      containers:\n        - name: exporter\n          image: redis_exporter:v1\n          ports: [{ containerPort: 9121 }]\n',
  );
  expect(said(text)).toEqual(EXPECTED);
});
