import { LintReport, toSarif } from 'backstage-plugin-dragonfly-common';
import { version } from '../../../package.json';
import { githubReport } from './githubReport';
import { textReport } from './textReport';

/** Forms of a report, the default first. */
export const FORMATS = ['text', 'json', 'sarif', 'github'] as const;

/** One of {@link FORMATS}. */
export type Format = (typeof FORMATS)[number];

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** A report as text, ready to be printed. Pure. */
export function formatReport(report: LintReport, format: Format): string {
  switch (format) {
    case 'json':
      return json(report);
    case 'sarif':
      return json(toSarif(report, version));
    case 'github':
      return githubReport(report);
    case 'text':
    default:
      return textReport(report);
  }
}
