import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../..');
const PROGRAM = resolve(__dirname, '../bin/dragonfly-caches');
const FIXTURES = 'plugins/dragonfly-common/src/lint/__fixtures__';
const ADR = 'docs/adr/caching-with-dragonfly.md';

/** Runs the program as a shell would, from the root of the checkout. */
function run(words: string[], input = '') {
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [PROGRAM, ...words],
    // The variables of a test run change how modules are loaded.
    { cwd: ROOT, env: { PATH: process.env.PATH }, input, encoding: 'utf8' },
  );
  return { status, stderr, stdout };
}

it.each`
  fixture                         | adr      | findings
  ${'chart-single-instance.yaml'} | ${false} | ${16}
  ${'chart-single-instance.yaml'} | ${true}  | ${19}
  ${'operator-replica.yaml'}      | ${true}  | ${13}
  ${'redis-pair.yaml'}            | ${true}  | ${36}
`('finds $findings in $fixture', ({ fixture, adr, findings }) => {
  const path = `${FIXTURES}/${fixture}`;
  const compare = adr ? ['--adr', ADR] : [];
  const { status, stderr, stdout } = run([
    'lint',
    path,
    '--format=json',
    ...compare,
  ]);
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  const report = JSON.parse(stdout);
  expect(report.findings).toHaveLength(findings);
  expect(report.findings[0].path).toBe(path);
});

it('finds the traps of the ADR itself', () => {
  const { status, stdout } = run(['lint', ADR]);
  expect(status).toBe(1);
  expect(stdout).toContain(`${ADR}:140 error role-in-arguments`);
});

it('reads what another program renders', () => {
  const rendered = readFileSync(
    resolve(ROOT, FIXTURES, 'chart-single-instance.yaml'),
    'utf8',
  );
  const { status, stdout } = run(['lint', '-', '--format', 'github'], rendered);
  expect(status).toBe(1);
  expect(stdout).toContain('::error file=stdin,line=52,');
});

it('ends with 2 for wrong usage', () => {
  expect(run(['lint'])).toMatchObject({ status: 2, stdout: '' });
});
