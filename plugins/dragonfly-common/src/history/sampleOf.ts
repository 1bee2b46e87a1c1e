import { CacheState, Exposure, Lag, NodeState } from '../replication/types';
import { CacheSample, NodeSample, SampledExposure } from './types';

function secondsOf(lag: Lag | undefined): number | undefined {
  return lag && 'seconds' in lag ? lag.seconds : undefined;
}

function exposureOf(exposure: Exposure): SampledExposure | undefined {
  if (exposure.kind === 'everything') return { kind: 'everything' };
  const seconds =
    exposure.kind === 'bounded' ? secondsOf(exposure.lag) : undefined;
  return seconds === undefined ? undefined : { kind: 'seconds', seconds };
}

/** Rates between two readings of the same server's counters; nothing across a restart, when counters begin anew. */
function ratesOf(
  node: NodeState,
  before: NodeState | undefined,
): Pick<NodeSample, 'hitRatio' | 'evictionsPerSecond' | 'commandsPerSecond'> {
  const now = node.facts?.counters;
  const then = before?.facts?.counters;
  if (!now || !then || now.observedAt <= then.observedAt) return {};
  if (now.commands < then.commands) return {};
  const seconds = (now.observedAt - then.observedAt) / 1000;
  const lookups = now.hits - then.hits + now.misses - then.misses;
  return {
    hitRatio: lookups > 0 ? (now.hits - then.hits) / lookups : undefined,
    evictionsPerSecond:
      Math.max(0, now.evictedKeys - then.evictedKeys) / seconds,
    commandsPerSecond: (now.commands - then.commands) / seconds,
  };
}

function sampleNode(
  node: NodeState,
  before: NodeState | undefined,
): NodeSample {
  // What an earlier answer said is not repeated for the time in which the node is silent.
  const facts = node.failure ? undefined : node.facts;
  return {
    region: node.region,
    lagSeconds: secondsOf(node.lag?.time),
    memoryBytes: facts?.memory?.usedBytes,
    ...(facts ? ratesOf(node, before) : {}),
    probeMilliseconds:
      node.probe.kind === 'fresh' ? node.probe.durationMs : undefined,
  };
}

/**
 * What history keeps of a state.
 *
 * @param before - the state of the sample before, for rates of counters
 * @public
 */
export function sampleOf(state: CacheState, before?: CacheState): CacheSample {
  const earlier = new Map(before?.nodes.map(node => [node.region, node]));
  return {
    at: Date.parse(state.assessedAt),
    verdict: state.verdict,
    exposure: exposureOf(state.exposure),
    nodes: [...state.nodes]
      .sort((one, other) => (one.region < other.region ? -1 : 1))
      .map(node => sampleNode(node, earlier.get(node.region))),
  };
}
