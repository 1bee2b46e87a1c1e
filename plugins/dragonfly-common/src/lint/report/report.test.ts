import { Finding } from '../../findings';
import { countFindings, describeCounts, describeReport } from './counts';
import { isFailure } from './failOn';
import { formatFinding } from './formatFinding';
import { lintMarkdown } from './lintMarkdown';

const finding: Finding = {
  rule: 'role-in-arguments',
  severity: 'error',
  path: 'a.yaml',
  line: 7,
  message: 'It says "a | <b>".',
  why: 'Because.',
  fix: 'Do.',
  adrLine: 140,
};
const warning: Finding = { ...finding, severity: 'warning' };
const note: Finding = { ...finding, severity: 'info', adrLine: undefined };
const report = { files: 2, objects: 3, findings: [note, finding], unread: [] };

it('writes a finding as compilers do', () => {
  expect(formatFinding(finding)).toBe(
    'a.yaml:7 error role-in-arguments It says "a | <b>". (ADR line 140)',
  );
  expect(formatFinding(note)).toBe(
    'a.yaml:7 info role-in-arguments It says "a | <b>".',
  );
});

it('counts', () => {
  expect(describeCounts(countFindings([finding, warning, warning]))).toBe(
    '1 error, 2 warnings and 0 notes',
  );
});

it('describes a report in one line', () => {
  expect(describeReport({ ...report, files: 1 })).toBe(
    'Looked at 3 objects in 1 file: 1 error, 0 warnings and 1 note.',
  );
  const unread = [{ path: 'b', reason: 'It is.' }];
  expect(describeReport({ ...report, unread })).toMatch(/ Not read: 1 file\.$/);
});

it.each`
  failOn       | error    | warned   | noted
  ${'error'}   | ${true}  | ${false} | ${false}
  ${'warning'} | ${true}  | ${true}  | ${false}
  ${'never'}   | ${false} | ${false} | ${false}
`('fails on $failOn', ({ failOn, error, warned, noted }) => {
  expect(isFailure([note, finding], failOn)).toBe(error);
  expect(isFailure([note, warning], failOn)).toBe(warned);
  expect(isFailure([note], failOn)).toBe(noted);
});

describe('Markdown', () => {
  it('lists the worst first and lets no text become markup', () => {
    expect(lintMarkdown(report)).toBe(
      [
        'Looked at 3 objects in 2 files: 1 error, 0 warnings and 1 note.',
        '',
        '| Severity | Place | Rule | What | Why | Fix |',
        '| --- | --- | --- | --- | --- | --- |',
        '| error | `a.yaml:7` | `role-in-arguments` | It says "a \\| \\<b\\>". (ADR line 140) | Because. | Do. |',
        '| info | `a.yaml:7` | `role-in-arguments` | It says "a \\| \\<b\\>". | Because. | Do. |',
      ].join('\n'),
    );
  });

  it('says what was not read, and leaves out what is too long', () => {
    const markdown = lintMarkdown({
      ...report,
      findings: Array.from({ length: 203 }, () => finding),
      unread: [{ path: 'b.yaml', reason: 'The file is *odd*.' }],
    });
    expect(markdown).toContain('\n\n3 more are in the log.\n\n');
    expect(markdown).toMatch(/### Not read\n\n- `b.yaml`: The file is \\\*odd/);
  });
});
