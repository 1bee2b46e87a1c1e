import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LINT_RULES } from './descriptions';
import { RULES } from '.';

it('are sorted by ids that occur once', () => {
  const ids = LINT_RULES.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].sort());
});

it('are all listed: every file with a rule', () => {
  const files = readdirSync(__dirname).filter(
    name =>
      /^\w+\.ts$/.test(name) &&
      readFileSync(join(__dirname, name), 'utf8').includes(': LintRule = {'),
  );
  expect(RULES).toHaveLength(files.length);
});

const tests = readdirSync(__dirname)
  .filter(name => name.endsWith('.test.ts'))
  .map(name => readFileSync(join(__dirname, name), 'utf8'))
  .join('\n');

it.each(LINT_RULES)('$id has a test and speaks in sentences', rule => {
  expect(rule.id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
  expect(rule.title).toMatch(/[^.]$/);
  expect(rule.why).toMatch(/\.$/);
  expect(rule.fix).toMatch(/\.$/);
  expect(tests).toContain(rule.id);
});
