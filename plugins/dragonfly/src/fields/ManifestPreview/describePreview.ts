import { Finding, FindingSeverity } from 'backstage-plugin-dragonfly-common';
import { Preview } from './previewOf';

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

const severityNouns = {
  error: 'error',
  warning: 'warning',
  info: 'note',
} satisfies Record<FindingSeverity, string>;

/** How many findings there are of each severity: `1 error, 2 warnings`; absent findings are still looked for. */
export function describeFindings(findings: Finding[] | undefined): string {
  if (findings === undefined) {
    return 'checking …';
  }
  const parts = (['error', 'warning', 'info'] as const).flatMap(severity => {
    const found = findings.filter(finding => finding.severity === severity);
    return found.length > 0
      ? [count(found.length, severityNouns[severity])]
      : [];
  });
  return parts.join(', ') || 'no findings';
}

/** A preview in one line. */
export function describePreview(
  preview: Preview,
  findings?: Finding[],
): string {
  switch (preview.kind) {
    case 'incomplete':
      return `Still to answer: ${preview.missing.join(', ')}`;
    case 'policy-changed':
      return 'The caching policy has changed since the use case was chosen. Go back to the use case, or reload the page, look at the choices again and choose.';
    case 'refused':
      return preview.errors.length === 1
        ? preview.errors[0].message
        : `${preview.errors.length} answers need a correction`;
    case 'rendered': {
      const { summary, files, deviations } = preview.manifests;
      return `${summary} · ${count(files.length, 'file')} · ${count(deviations.length, 'difference')} from the ADR · ${describeFindings(findings)}`;
    }
    default:
      return preview satisfies never;
  }
}
