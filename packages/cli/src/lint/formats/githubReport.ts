import {
  Finding,
  FindingSeverity,
  LintReport,
} from 'backstage-plugin-dragonfly-common';

const COMMANDS: Record<FindingSeverity, string> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};

/** What the runner takes for the end of a line or of a command is escaped, as its own toolkit does. */
function data(text: string): string {
  return text
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function annotation(finding: Finding): string {
  const { fix, line, message, path, rule, severity, why } = finding;
  const place = `file=${property(path)},line=${line},title=${property(rule)}`;
  return `::${COMMANDS[severity]} ${place}::${data(`${message} ${why} ${fix}`)}\n`;
}

/** Workflow commands that GitHub Actions turns into annotations of the changed lines. */
export function githubReport({ findings }: LintReport): string {
  return findings.map(annotation).join('');
}
