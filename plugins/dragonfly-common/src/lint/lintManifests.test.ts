import { fixture } from './__testUtils__/lint';
import { lintManifests } from './lintManifests';
import { LIMITS } from './source/limits';

const workload = (line: string) => `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: a}
spec:
  template:
    spec:
      containers:
        - image: redis
          ${line}
`;

describe('what is not read', () => {
  it.each`
    path          | content                              | reason
    ${'a.yaml'}   | ${'a: {{ .Values.a }}'}              | ${/Helm template/}
    ${'a.yaml'}   | ${'{{- if .Values.a }}\na: 1\n'}     | ${/Helm template/}
    ${'a.yaml'}   | ${'a: "b'}                           | ${/not YAML, line 1/}
    ${'a.yaml'}   | ${'['.repeat(300)}                   | ${/brackets deeper than 200/}
    ${'a.yaml'}   | ${'a\0b'}                            | ${/not a text/}
    ${'a.yaml'}   | ${'#'.repeat(LIMITS.fileLength + 1)} | ${/longer than/}
    ${'logo.png'} | ${'a: 1'}                            | ${/neither YAML/}
    ${'a.json'}   | ${'{"a": '}                          | ${/not YAML/}
    ${'a.md'}     | ${'# A\n\n```yaml\na: "b\n```\n'}    | ${/block that begins in line 4/}
  `('$path: $reason', ({ path, content, reason }) => {
    const report = lintManifests([{ path, content }]);
    expect(report).toMatchObject({ files: 0, objects: 0, findings: [] });
    expect(report.unread).toEqual([
      { path, reason: expect.stringMatching(reason) },
    ]);
  });

  it('too many files, and too much of them', () => {
    const many = Array.from({ length: 2_002 }, (_, index) => ({
      path: `${index}.yaml`,
      content: 'a: 1',
    }));
    expect(lintManifests(many).unread).toHaveLength(2);
    const large = Array.from({ length: 5 }, (_, index) => ({
      path: `${index}.conf`,
      content: '#'.repeat(LIMITS.fileLength),
    }));
    expect(lintManifests(large).unread).toHaveLength(1);
  });

  it('does not take a template of an alert for one of Helm', () => {
    const content = `kind: PrometheusRule\napiVersion: v1\nspec:\n  a: "{{ $labels.a }}"\n`;
    expect(lintManifests([{ path: 'a.yaml', content }])).toMatchObject({
      objects: 1,
      unread: [],
    });
  });
});

describe('what is read', () => {
  const image = (report: ReturnType<typeof lintManifests>) =>
    report.findings
      .filter(({ rule }) => rule === 'image-not-pinned')
      .map(({ line }) => line);

  it('several documents, a List, JSON and line feeds of Windows', () => {
    const text = workload('name: a');
    const list = `kind: List\napiVersion: v1\nitems:\n- ${text.replaceAll('\n', '\n  ')}`;
    const json = JSON.stringify(
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'a' },
        spec: { containers: [{ image: 'redis' }] },
      },
      null,
      '\t',
    );
    const lines = (path: string, content: string) =>
      image(lintManifests([{ path, content }]));
    expect(lines('a.yaml', `${text}---\n${text}`)).toEqual([8, 18]);
    expect(lines('a.yaml', list)).toEqual([11]);
    expect(lines('a.json', json)).toEqual([10]);
    expect(lines('a.yaml', text.replaceAll('\n', '\r\n'))).toEqual([8]);
    expect(lines('stdin', text)).toEqual([8]);
  });

  it('fences of Markdown, indented and not, of YAML only', () => {
    const content = [
      '- a list',
      '',
      '  ```yaml',
      ...workload('name: a')
        .split('\n')
        .map(line => `  ${line}`),
      '  ```',
      '',
      '~~~text',
      workload('name: a'),
      '~~~',
    ].join('\n');
    expect(image(lintManifests([{ path: 'a.md', content }]))).toEqual([11]);
  });

  it('anchors, aliases and merges, in the place where each is written', () => {
    const content = `x: &args [--replicaof, a, "6379"]
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: a}
base: &base {image: redis}
spec:
  template:
    spec:
      containers:
        - <<: *base
          args: *args
`;
    const { findings } = lintManifests([{ path: 'a.yaml', content }]);
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'role-in-arguments', line: 1 }),
    );
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'image-not-pinned', line: 5 }),
    );
  });

  it('an alias of itself, and aliases of aliases, without expanding them', () => {
    const bomb = Array.from(
      { length: 60 },
      (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`,
    );
    const content = [
      'a0: &a0 [x, x]',
      ...bomb,
      'self: &self {<<: *self, again: *self}',
      'kind: List',
      'apiVersion: v1',
      'items: *a60',
    ].join('\n');
    const started = performance.now();
    expect(lintManifests([{ path: 'a.yaml', content }]).unread).toEqual([]);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

it('quotes values on one line and without control characters', () => {
  const content = workload('args: ["--replicaof", "a\\n\\u001b[31m", "1"]');
  const { findings } = lintManifests([
    { path: 'a.yaml', content },
    fixture('redis-pair.yaml'),
  ]);
  for (const { message } of findings) {
    expect(message).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  }
});
