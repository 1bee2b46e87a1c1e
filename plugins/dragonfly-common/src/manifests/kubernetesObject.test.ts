import { parse } from 'yaml';
import { KubernetesObject, yamlFile } from './kubernetesObject';

function write(object: KubernetesObject): string {
  return yamlFile('a.yaml', 'Why.', object).content;
}

describe('yamlFile', () => {
  it('explains the file in its first line', () => {
    expect(write({ apiVersion: 'v1', kind: 'ConfigMap' })).toBe(
      '# Why.\napiVersion: v1\nkind: ConfigMap\n',
    );
  });

  it.each([
    'on',
    'no',
    'y',
    'yes',
    'null',
    '~',
    'true',
    '1e3',
    '0x1f',
    '017',
    '12:30',
    '1_000',
    '2026-01-16',
    '=',
    '<<',
    '- a',
    'a: b',
    '# a',
    '&a',
    '*a',
    '"',
    "'",
    ' a ',
    '%a',
    '@a',
    '`a`',
    '{a}',
    '',
    'a'.repeat(300),
    '日本語 é 🎉',
  ])('keeps "%s" a text for readers of YAML 1.1', text => {
    const content = write({ apiVersion: 'v1', kind: 'x', data: { text } });
    expect(parse(content, { version: '1.1' }).data.text).toBe(text);
    expect(parse(content).data.text).toBe(text);
  });

  it('repeats a shared value instead of pointing to it', () => {
    const shared = { a: 'b' };
    const text = write({
      apiVersion: 'v1',
      kind: 'x',
      one: shared,
      two: shared,
    });
    expect(text).not.toMatch(/[&*]/);
  });

  it('leaves out what is undefined', () => {
    expect(
      write({ apiVersion: 'v1', kind: 'x', none: undefined }),
    ).not.toContain('none');
  });
});
