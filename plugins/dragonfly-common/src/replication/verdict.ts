import { reasonDefinitions } from './reasonDefinitions';
import { Reason } from './reasons';
import { Verdict } from './types';

const severities: Reason['severity'][] = ['critical', 'degraded', 'unknown'];
const codes = Object.keys(reasonDefinitions);

/** Worst first; within a severity in the order of the definitions, then by region. */
export function sortReasons(reasons: Reason[]): Reason[] {
  return [...reasons].sort(
    (one, other) =>
      severities.indexOf(one.severity) - severities.indexOf(other.severity) ||
      codes.indexOf(one.code) - codes.indexOf(other.code) ||
      compareText(one.region ?? '', other.region ?? ''),
  );
}

/** The severity of the worst reason; what is not known never hides what is known to be wrong. @public */
export function verdictOf(reasons: Reason[]): Verdict {
  return sortReasons(reasons).at(0)?.severity ?? 'healthy';
}

function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
