import {
  describeReport,
  formatFinding,
  LintReport,
} from 'backstage-plugin-dragonfly-common';

/** Each finding with why it bites and what to do; the reason is given once per rule. */
export function textReport(report: LintReport): string {
  const explained = new Set<string>();
  const lines = report.findings.flatMap(finding => {
    const { fix, rule, why } = finding;
    const isNew = !explained.has(rule);
    explained.add(rule);
    return [
      formatFinding(finding),
      ...(isNew ? [`    why: ${why}`, `    fix: ${fix}`] : []),
    ];
  });
  return [...lines, describeReport(report), ''].join('\n');
}
