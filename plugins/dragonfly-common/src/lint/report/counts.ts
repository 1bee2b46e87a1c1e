import { Finding, FindingSeverity } from '../../findings';
import { LintReport } from '../types';

/** How many findings there are of each severity. @public */
export type FindingCounts = Record<FindingSeverity, number>;

/** Counts findings by severity. @public */
export function countFindings(findings: readonly Finding[]): FindingCounts {
  const counts: FindingCounts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

function several(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/** `2 errors, 1 warning and 3 notes`. @public */
export function describeCounts({ error, info, warning }: FindingCounts) {
  return `${several(error, 'error')}, ${several(warning, 'warning')} and ${several(info, 'note')}`;
}

/** `Looked at 3 objects in 1 file: 2 errors, 1 warning and 3 notes.` @public */
export function describeReport({
  files,
  findings,
  objects,
  unread,
}: LintReport) {
  const rest =
    unread.length > 0 ? ` Not read: ${several(unread.length, 'file')}.` : '';
  return `Looked at ${several(objects, 'object')} in ${several(files, 'file')}: ${describeCounts(countFindings(findings))}.${rest}`;
}
