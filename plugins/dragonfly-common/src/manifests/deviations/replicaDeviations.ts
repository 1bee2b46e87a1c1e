import { ResolvedCache } from '../resolvedCache';
import { Deviation } from '../types';
import { quoteArgument, toId } from './wording';

const REASON =
  'A promotion swaps the roles, so both sides are the same; the primary of the ADR decides.';

/** Where the ADR's replica is set up otherwise than its primary, which cannot be once the roles can swap. */
export function replicaDeviations(cache: ResolvedCache): Deviation[] {
  if (cache.topology === 'independent') return [];
  const { primary, replica } = cache.policy;
  const places = (['namespace', 'port'] as const)
    .filter(field => primary[field].value !== replica[field].value)
    .map(field => ({
      id: `same-${field}-in-every-region`,
      adr: {
        text: `${field}: ${replica[field].value}`,
        line: replica[field].line,
      },
      generated: `${field}: ${primary[field].value}`,
      reason: REASON,
    }));
  const flags = replica.arguments.flatMap(argument => {
    const other = primary.arguments.find(({ flag }) => flag === argument.flag);
    return other && other.value !== argument.value
      ? [
          {
            id: `same-${toId(argument.flag)}-in-every-region`,
            adr: { text: quoteArgument(argument), line: argument.line },
            generated: quoteArgument(other),
            reason: REASON,
          },
        ]
      : [];
  });
  return [...places, ...flags];
}
