import { describeSeconds } from './describeQuantity';
import { reason } from './reason';
import { Reason } from './reasons';
import { CacheState, NodeState } from './types';
import { sortReasons, verdictOf } from './verdict';

/**
 * What is left of a judgement that no newer one has followed: it was right when it was made, and nobody can say that it
 * still is. Every node that was observed is STALE, with the age of what is known of it, and so the verdict is unknown. A
 * judgement that says of all nodes that they were never observed is as good as ever.
 *
 * @public
 */
export function outdated(state: CacheState, now: Date): CacheState {
  const age = secondsSince(state.assessedAt, now);
  const nodes = state.nodes.map(node => aged(node, now));
  const observed = nodes.filter(({ probe }) => probe.kind !== 'never');
  if (observed.length === 0) return state;
  const reasons = sortReasons([
    // Of the others nothing was known then either.
    ...state.reasons.filter(
      ({ code, region }) =>
        code === 'NOT_OBSERVED' &&
        !observed.some(node => node.region === region),
    ),
    ...observed.map(node => staleReason(node, age)),
  ]);
  return {
    ...state,
    nodes,
    reasons,
    verdict: verdictOf(reasons),
    exposure:
      state.exposure.kind === 'none-needed'
        ? state.exposure
        : {
            kind: 'unknown',
            because: `what is known is ${describeSeconds(age)} old`,
          },
  };
}

function staleReason({ region }: NodeState, age: number): Reason {
  return reason(
    'STALE',
    `What another instance of the portal found out about the node in ${region} reached this one ${describeSeconds(age)} ago for the last time; the portal’s database or that instance fails.`,
    region,
  );
}

function aged(node: NodeState, now: Date): NodeState {
  const { probe } = node;
  return probe.kind === 'never'
    ? node
    : {
        ...node,
        restart: { kind: 'unknown', because: 'its present role is not known' },
        probe: {
          ...probe,
          kind: 'stale',
          ageSeconds: secondsSince(probe.observedAt, now),
        },
      };
}

function secondsSince(time: string, now: Date): number {
  return Math.max(0, now.getTime() - Date.parse(time)) / 1000;
}
