import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { code, plain, table } from '../../manifests/readme/markdown';
import { LINT_RULES } from './descriptions';

const PATH = resolve(__dirname, '../../../../../docs/lint.md');
const HEADING = '## The rules';

function rules(): string {
  const rows = ['error', 'warning', 'info'].flatMap(wanted =>
    LINT_RULES.filter(({ severity }) => severity === wanted).map(
      ({ id, severity, title, why, fix }) => [
        code(id),
        severity,
        plain(title),
        plain(why),
        plain(fix),
      ],
    ),
  );
  return table(['Rule', 'Severity', 'What', 'Why', 'Fix'], rows);
}

/** Without what a formatter does to a table. */
function normalized(text: string): string {
  return text.replace(/ {2,}/g, ' ').replace(/-{3,}/g, '---').trim();
}

// UPDATE_DOCS=1 writes the table anew, as `-u` does with snapshots.
it('docs/lint.md lists every rule with its severity, why it bites and the fix', () => {
  const [introduction, documented] = readFileSync(PATH, 'utf8').split(HEADING);
  if (process.env.UPDATE_DOCS) {
    writeFileSync(PATH, `${introduction}${HEADING}\n\n${rules()}\n`);
    return;
  }
  expect(normalized(documented)).toBe(normalized(rules()));
});
