import { Finding } from '../../findings';
import { code, list, plain, table } from '../../manifests/readme/markdown';
import { LintReport } from '../types';
import { describeReport } from './counts';

/** Rows of a table that a pull request still shows well. */
const MOST_ROWS = 200;
const ORDER = ['error', 'warning', 'info'] as const;

function row(finding: Finding): string[] {
  const { adrLine, fix, line, message, path, rule, severity, why } = finding;
  const adr = adrLine === undefined ? '' : ` (ADR line ${adrLine})`;
  return [
    severity,
    code(`${path}:${line}`),
    code(rule),
    `${plain(message)}${adr}`,
    plain(why),
    plain(fix),
  ];
}

/**
 * The report as Markdown, the worst first, for a pull request or the last page of a template. Pure; nothing of the files
 * can become markup.
 *
 * @public
 */
export function lintMarkdown(report: LintReport): string {
  const { findings, unread } = report;
  const sorted = ORDER.flatMap(wanted =>
    findings.filter(({ severity }) => severity === wanted),
  );
  const rest = sorted.length - MOST_ROWS;
  return [
    describeReport(report),
    findings.length === 0
      ? undefined
      : table(
          ['Severity', 'Place', 'Rule', 'What', 'Why', 'Fix'],
          sorted.slice(0, MOST_ROWS).map(row),
        ),
    rest > 0 ? `${rest} more are in the log.` : undefined,
    unread.length === 0
      ? undefined
      : [
          '### Not read',
          list(
            unread
              .slice(0, MOST_ROWS)
              .map(({ path, reason }) => `${code(path)}: ${plain(reason)}`),
          ),
        ].join('\n\n'),
  ]
    .filter(part => part !== undefined)
    .join('\n\n');
}
