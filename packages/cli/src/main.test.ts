import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { version } from '../package.json';
import { main } from './main';

const clean = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n';
const broken = 'apiVersion: v1\nkind: Service\nmetadata: {name: dfly-a}\n';
const warned =
  'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{image: redis}]}\n';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lint-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function write(files: Record<string, string>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

async function run(words: string[], input: string[] = []) {
  const out: string[] = [];
  const complaints: string[] = [];
  const code = await main({
    arguments: words,
    input: Readable.from(input.map(text => Buffer.from(text))),
    write: text => out.push(text),
    complain: text => complaints.push(text),
  });
  return { code, out: out.join(''), complaints: complaints.join('') };
}

const lint = (...words: string[]) => run(['lint', ...words]);

describe('exit code', () => {
  it.each`
    content   | failOn       | code
    ${clean}  | ${'warning'} | ${0}
    ${warned} | ${'error'}   | ${0}
    ${warned} | ${'warning'} | ${1}
    ${broken} | ${'error'}   | ${1}
    ${broken} | ${'never'}   | ${0}
  `('$code with --fail-on $failOn', async ({ content, failOn, code }) => {
    await write({ 'a.yaml': content });
    expect(await lint(folder, '--fail-on', failOn)).toMatchObject({ code });
  });

  it.each([
    [[], /Found no command; expected "lint"/],
    [['look'], /Found the command "look"/],
    [['lint'], /Found no path/],
    [['lint', 'a', '--format', 'xml'], /"--format" is "xml"; expected text, /],
    [['lint', 'a', '--fail-on', 'all'], /"--fail-on" is "all"; expected error/],
    [['lint', 'a', '--colour'], /Unknown option '--colour'/],
    [['lint', '/no/such/file'], /Could not read "\/no\/such\/file"/],
    [['lint', '.', '--adr', '/no/adr'], /Could not read the ADR/],
  ])('2 for %j', async (words, message) => {
    const { code, complaints, out } = await run(words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(complaints).toMatch(message);
  });

  it('2 when nothing could be read', async () => {
    await write({ 'templates/a.yaml': 'a: {{ .Values.a }}' });
    const { code, complaints } = await lint(folder);
    expect(code).toBe(2);
    expect(complaints).toMatch(/Helm template.*Found nothing to look at/s);
  });

  it('2 for an ADR that is none', async () => {
    await write({ 'adr.md': '# Nothing' });
    const { code, complaints } = await lint(
      folder,
      '--adr',
      join(folder, 'adr.md'),
    );
    expect(code).toBe(2);
    expect(complaints).toMatch(/is no ADR on caching/);
  });

  it.each([['--help'], ['lint', '--help'], ['--version']])(
    '0 for %j %s',
    async (...words) => {
      const { code, out } = await run(words);
      expect(code).toBe(0);
      expect(out).toMatch(words.includes('--version') ? version : /^Usage: /);
    },
  );
});

describe('what is read', () => {
  const pathsIn = (out: string): string[] =>
    JSON.parse(out).findings.map(({ path }: { path: string }) => path);

  it('folders, but no links, no packages and no other files', async () => {
    await write({
      'b/c.yaml': broken,
      'b/a.json': JSON.stringify({
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'dfly-b' },
      }),
      'b/node_modules/d.yaml': broken,
      'b/e.txt': broken,
    });
    await symlink(join(folder, 'b/c.yaml'), join(folder, 'b/f.yaml'));
    const { out } = await lint(`${folder}/b/`, '--format', 'json');
    expect(pathsIn(out)).toEqual([`${folder}/b/a.json`, `${folder}/b/c.yaml`]);
  });

  it('standard input, and each path once', async () => {
    await write({ 'a.yaml': broken });
    const file = join(folder, 'a.yaml');
    const words = ['lint', '-', file, folder, '--format', 'json'];
    const { out } = await run(words, [broken.slice(0, 20), broken.slice(20)]);
    expect(pathsIn(out)).toEqual([file, 'stdin']);
  });
});

describe('format', () => {
  it('text: the reason once for each rule', async () => {
    await write({ 'a.yaml': broken, 'b.yaml': broken });
    const { out } = await lint(folder);
    const lines = out.split('\n');
    expect(lines[0]).toMatch(/a\.yaml:3 error service-stops-dragonfly /);
    expect(lines[1]).toMatch(/^ {4}why: /);
    expect(lines[2]).toMatch(/^ {4}fix: /);
    expect(lines[3]).toMatch(/b\.yaml:3 error service-stops-dragonfly /);
    expect(lines.slice(4)).toEqual([
      'Looked at 2 objects in 2 files: 2 errors, 0 warnings and 0 notes.',
      '',
    ]);
  });

  it('github: annotations that no path can break out of', async () => {
    await write({ 'a,b:c%d.yaml': broken });
    const { out } = await lint(folder, '--format', 'github');
    expect(out).toMatch(
      /^::error file=[^,:]*a%2Cb%3Ac%25d\.yaml,line=3,title=service-stops-dragonfly::The Service/,
    );
    expect(out.trim().split('\n')).toHaveLength(1);
  });

  it('sarif', async () => {
    await write({ 'a.yaml': broken });
    const { out } = await lint(folder, '--format', 'sarif');
    expect(JSON.parse(out)).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { semanticVersion: version } },
          results: [{ ruleId: 'service-stops-dragonfly' }],
        },
      ],
    });
  });
});
