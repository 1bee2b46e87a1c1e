import { ADR, edit, errorsOf, lineWith } from './__fixtures__/adr';
import { parsePolicy } from './parsePolicy';

const SESSION = '| Session cache | 24h | LRU | Yes |';

/** The text between two headings, without the second one. */
function section(from: string, to: string): string {
  return ADR.slice(ADR.indexOf(`\n${from}\n`), ADR.indexOf(`\n${to}\n`));
}

const MISSING = [
  ['title', '# ADR: Caching with Dragonfly\n', 'title'],
  ['status', '**Status:** Accepted\n', 'status'],
  [
    'use-case table',
    section('## Use Cases', '## Monitoring'),
    'use-case table',
  ],
  [
    'characteristics table',
    section('### Characteristics', '### Failover'),
    'characteristics table',
  ],
  [
    'rationale table',
    section('## Rationale', '## Configuration'),
    'rationale table',
  ],
  [
    'monitoring table',
    section('## Monitoring', '## Consequences'),
    'monitoring table',
  ],
  [
    'primary StatefulSet',
    section('### Primary Region', '### DR Region (Replica)'),
    'primary StatefulSet',
  ],
  [
    'replica StatefulSet',
    section('### DR Region (Replica)', '## Use Cases'),
    'replica StatefulSet',
  ],
  [
    'attach command',
    'REPLICAOF primary-dragonfly.region1.svc.cluster.local 6379\n',
    'command that attaches the replica',
  ],
  [
    'promote command',
    'REPLICAOF NO ONE\n',
    'command that promotes the replica',
  ],
  [
    'maxmemory argument',
    '            - --maxmemory=2gb\n            - --cache_mode=true\n          ports',
    'primary StatefulSet, argument --maxmemory',
  ],
  [
    'replicaof argument',
    '            - --replicaof=dragonfly.region1.<domain>:6379\n',
    'replica StatefulSet, argument --replicaof',
  ],
  [
    'port',
    '          ports:\n            - containerPort: 6379\n',
    'primary StatefulSet, containerPort',
  ],
] as const;

it.each(MISSING)('names what is missing: %s', (_, part, subject) => {
  const text =
    part === '# ADR: Caching with Dragonfly\n'
      ? ADR.replace(/^#+ .*$/gm, '')
      : edit(ADR, part, part.endsWith('ports') ? '          ports' : '');
  const error = errorsOf(text).find(candidate => candidate.subject === subject);
  expect(error).toMatchObject({ severity: 'error' });
  expect(error?.found).toBeUndefined();
  expect(error?.message).toContain(`Found nothing for ${subject}`);
});

it('names a column that the table lacks, with the line of the table', () => {
  const text = edit(ADR, '| Use Case | TTL |', '| Use Case | Lifetime |');
  expect(errorsOf(text)).toEqual([
    {
      severity: 'error',
      subject: 'use-case table, column "TTL"',
      line: lineWith(text, '| Use Case | Lifetime |'),
      expected:
        'a column "TTL" beside "Use Case", "Lifetime", "Eviction", "DR Needed"',
      message: expect.stringContaining('use-case table, column "TTL"'),
    },
  ]);
});

it('names row, column, value and what is accepted', () => {
  const text = edit(ADR, SESSION, '| Session cache | a day | LRU | Yes |');
  const [error, ...others] = errorsOf(text);
  expect(others).toEqual([]);
  expect(error).toMatchObject({
    subject: 'use-case table, row "Session cache", column "TTL"',
    line: lineWith(text, 'a day'),
    found: 'a day',
  });
  expect(error.message).toBe(
    `Found "a day" for use-case table, row "Session cache", column "TTL" in line ${error.line}; expected ${error.expected}. Write the TTL in one of these forms.`,
  );
  expect(error.expected).toContain('"24h"');
});

it.each`
  row                                               | column         | expected
  ${'| Session cache | 24h | LFU | Yes |'}          | ${'Eviction'}  | ${'"LRU" or "Fixed"'}
  ${'| Session cache | 24h | LRU or Fixed | Yes |'} | ${'Eviction'}  | ${'"LRU" or "Fixed"'}
  ${'| Session cache | 24h | LRU | Maybe |'}        | ${'DR Needed'} | ${'"Yes", "No", "No (local)" or "Optional"'}
  ${'| Session cache | 24h | LRU |'}                | ${'DR Needed'} | ${'"Yes", "No", "No (local)" or "Optional"'}
  ${'| --- | 24h | LRU | Yes |'}                    | ${'Use Case'}  | ${'a name with letters or digits'}
  ${'|  | 24h | LRU | Yes |'}                       | ${'Use Case'}  | ${'a name for the row'}
`('refuses the row $row', ({ row, column, expected }) => {
  const errors = errorsOf(edit(ADR, SESSION, row));
  expect(errors).toHaveLength(1);
  expect(errors[0].subject).toContain(`column "${column}"`);
  expect(errors[0].expected).toContain(expected);
});

it('refuses two use cases with one id, even where another cell is wrong', () => {
  const text = edit(ADR, '| API cache | 5m |', '| Session Cache! | soon |');
  expect(
    errorsOf(text).map(({ subject, expected }) => [subject, expected]),
  ).toEqual([
    [
      'use-case table, row "Session Cache!", column "Use Case"',
      `an id that no other row has; "session-cache" is the one of line ${lineWith(ADR, SESSION)}`,
    ],
    [
      'use-case table, row "Session Cache!", column "TTL"',
      expect.stringContaining('"24h"'),
    ],
  ]);
});

it('refuses a column that is there twice', () => {
  const text = edit(
    ADR,
    '| Use Case | TTL | Eviction |',
    '| Use Case | TTL | Time to live | Eviction |',
  ).replace('|----------|-----|----------|-----------|', '|-|-|-|-|-|');
  expect(errorsOf(text)[0]).toMatchObject({
    subject: 'use-case table, column "TTL"',
    found: 'TTL | Time to live',
  });
});

it('refuses a table without rows', () => {
  const text = ADR.replace(/^\| `dragonfly_.*\n/gm, '');
  expect(errorsOf(text)).toMatchObject([{ subject: 'monitoring table, rows' }]);
});

it.each`
  part                                                                   | replacement                                                                                 | subject                                         | found
  ${'--maxmemory=2gb\n            - --cache_mode=true\n          ports'} | ${'--maxmemory=80%\n            - --cache_mode=true\n          ports'}                      | ${'primary StatefulSet, argument --maxmemory'}  | ${'80%'}
  ${'--maxmemory=2gb\n            - --cache_mode=true\n          ports'} | ${'--maxmemory=0\n            - --cache_mode=true\n          ports'}                        | ${'primary StatefulSet, argument --maxmemory'}  | ${'0'}
  ${'--maxmemory=2gb\n            - --cache_mode=true\n          ports'} | ${'--maxmemory=2gb\n            - --cache_mode=maybe\n          ports'}                     | ${'primary StatefulSet, argument --cache_mode'} | ${'maybe'}
  ${'--maxmemory=2gb\n            - --cache_mode=true\n          ports'} | ${'--maxmemory=2gb\n            - --cache_mode\n            - yes please\n          ports'} | ${'primary StatefulSet, args'}                  | ${'yes please'}
  ${'containerPort: 6379'}                                               | ${'containerPort: 70000'}                                                                   | ${'primary StatefulSet, containerPort'}         | ${'70000'}
  ${'containerPort: 6379'}                                               | ${'containerPort: redis'}                                                                   | ${'primary StatefulSet, containerPort'}         | ${'redis'}
  ${'<domain>:6379'}                                                     | ${'<domain>'}                                                                               | ${'replica StatefulSet, argument --replicaof'}  | ${'dragonfly.region1.<domain>'}
  ${'**Status:** Accepted'}                                              | ${'**Status:** In force'}                                                                   | ${'status'}                                     | ${'In force'}
  ${'**Status:** Accepted'}                                              | ${'**Status:** Accepted by the board'}                                                      | ${'status'}                                     | ${'Accepted by the board'}
`('refuses $found for $subject', ({ part, replacement, subject, found }) => {
  const text = edit(ADR, part, replacement);
  const errors = errorsOf(text);
  expect(errors).toMatchObject([{ subject, found }]);
  expect(text.split('\n')[(errors[0].line ?? 0) - 1]).toContain(found);
});

it('refuses a secret that names no key', () => {
  const text = edit(ADR, '                  key: master-password\n', '');
  expect(errorsOf(text)).toMatchObject([
    { subject: 'replica StatefulSet, env "MASTER_PASSWORD", secretKeyRef.key' },
  ]);
});

it('refuses arguments that are no list', () => {
  const text = ADR.replace(
    /args:\n(\s+- --.*\n)+(\s+)ports/,
    'args: --maxmemory=2gb --cache_mode=true\n$2ports',
  );
  expect(errorsOf(text)).toContainEqual(
    expect.objectContaining({
      subject: 'primary StatefulSet, args',
      line: lineWith(text, 'args: --maxmemory'),
      found: '--maxmemory=2gb --cache_mode=true',
    }),
  );
});

it('refuses a third StatefulSet, since it cannot tell which one is meant', () => {
  const fence = /```yaml\n[\s\S]*?```\n/.exec(ADR)?.[0] ?? '';
  const text = `${ADR}\n\n## Old\n\n${fence}`;
  expect(errorsOf(text)).toMatchObject([
    {
      subject: 'primary StatefulSet',
      found: 'dragonfly',
      line: lineWith(text, '## Old') + 2,
    },
  ]);
});

it('gives broken YAML the line of the ADR', () => {
  const text = edit(
    ADR,
    '  replicas: 1  # Single',
    '  replicas: 1\n  replicas: 2 # Single',
  );
  expect(errorsOf(text)).toMatchObject([
    {
      subject: 'YAML of a StatefulSet',
      line: lineWith(text, '  replicas: 2 # Single'),
    },
  ]);
});

it('collects all errors in one pass, by line', () => {
  const text = edit(
    edit(
      edit(ADR, SESSION, '| Session cache | soon | LFU | Perhaps |'),
      '**Status:** Accepted',
      '**Status:** Fine',
    ),
    'REPLICAOF NO ONE\n',
    '',
  ).replaceAll('--maxmemory=2gb', '--maxmemory=lots');
  const errors = errorsOf(text);
  expect(errors.map(({ subject }) => subject)).toEqual([
    'command that promotes the replica',
    'status',
    'primary StatefulSet, argument --maxmemory',
    'replica StatefulSet, argument --maxmemory',
    'use-case table, row "Session cache", column "TTL"',
    'use-case table, row "Session cache", column "Eviction"',
    'use-case table, row "Session cache", column "DR Needed"',
  ]);
});

it('names everything that an empty text lacks', () => {
  expect(errorsOf('').map(({ subject }) => subject)).toEqual([
    'title',
    'status',
    'use-case table',
    'primary StatefulSet',
    'replica StatefulSet',
    'characteristics table',
    'command that attaches the replica',
    'command that promotes the replica',
    'rationale table',
    'monitoring table',
  ]);
});

it.each`
  what                             | text                          | found
  ${'too long a text'}             | ${'a'.repeat(50_001)}         | ${'a text of 50001 characters'}
  ${'too deep a nesting of lists'} | ${`\n1. ${'- '.repeat(100)}`} | ${'a text with too many levels of nesting'}
  ${'too deep a nesting'}          | ${'>'.repeat(5_000)}          | ${'a text with too many levels of nesting'}
`('refuses $what', ({ text, found }) => {
  expect(parsePolicy(text)).toMatchObject({ ok: false, errors: [{ found }] });
});

it('names the line of a fenced block whose brackets nest too deeply', () => {
  const text = `${ADR}\n\n\`\`\`yaml\nkind: StatefulSet\nspec: ${'['.repeat(30_000)}\n\`\`\`\n`;
  const line = text.split('\n').findIndex(row => row.startsWith('spec: [')) + 1;
  expect(errorsOf(text)).toContainEqual(
    expect.objectContaining({
      subject: 'YAML of a StatefulSet',
      line,
      message: expect.stringMatching(
        /nested deeper than 200 levels; close the brackets.* in line \d+; expected valid YAML\. Correct the fenced block\./,
      ),
    }),
  );
});

it('shortens and escapes what it quotes', () => {
  const text = edit(
    ADR,
    SESSION,
    `| Session cache | ${'x'.repeat(300)}\u0007 | LRU | Yes |`,
  );
  expect(errorsOf(text)[0].message).toContain(`"${'x'.repeat(80)}…"`);
  const bell = edit(ADR, SESSION, '| Session cache | \u0007 | LRU | Yes |');
  expect(errorsOf(bell)[0].message).toContain(String.raw`"\u0007"`);
});
