import { CacheDeclaration } from '../inventory/types';
import { CacheView, viewCache } from './cacheView';
import { checkAccess } from './checks/access';
import { checkDeclaration } from './checks/declaration';
import { checkDisasterRecovery } from './checks/disasterRecovery';
import { checkFlappingLink } from './checks/flappingLink';
import { checkLag } from './checks/lag';
import { checkLink } from './checks/link';
import { checkMemory } from './checks/memory';
import { checkPrimaries } from './checks/primaries';
import { checkReachability } from './checks/reachability';
import { checkResyncLoop } from './checks/resyncLoop';
import { checkRestart } from './checks/restart';
import { checkRoleDrift } from './checks/roleDrift';
import { checkSilentLink } from './checks/silentLink';
import { checkTakeover } from './checks/takeover';
import { checkTimeToLive } from './checks/timeToLive';
import { checkVersions } from './checks/versions';
import { checkWipedCopy } from './checks/wipedCopy';
import { judgeExposure } from './exposure';
import { replicaLag } from './lag/replicaLag';
import { NodeView } from './nodeView';
import { forecastRestart } from './restartForecast';
import { CacheState, Freshness, NodeState, ObservationWindow } from './types';
import { sortReasons, verdictOf } from './verdict';

const checks = [
  checkDeclaration,
  checkDisasterRecovery,
  checkReachability,
  checkTakeover,
  checkPrimaries,
  checkRoleDrift,
  checkRestart,
  checkLink,
  checkSilentLink,
  checkFlappingLink,
  checkWipedCopy,
  checkResyncLoop,
  checkLag,
  checkMemory,
  checkTimeToLive,
  checkAccess,
  checkVersions,
];

/**
 * Judges one cache from what its nodes answered lately. Pure: same window, same verdict.
 *
 * Each node is judged by its own history, so that the row of a replica stays fresh while its primary is dead. What the
 * observations do not show is not claimed: it is `unknown`, with the reason.
 *
 * @public
 */
export function assess(
  cache: CacheDeclaration,
  window: ObservationWindow,
  now: Date,
): CacheState {
  const view = viewCache(cache, window, now);
  const reasons = sortReasons(checks.flatMap(check => check(view)));
  const nodes = view.nodes.map(node => stateOf(view, node));
  return {
    cache,
    verdict: verdictOf(reasons),
    reasons,
    nodes,
    exposure: judgeExposure(
      view,
      nodes.flatMap(({ region, lag }) => (lag ? [{ region, lag }] : [])),
    ),
    assessedAt: now.toISOString(),
  };
}

function stateOf(view: CacheView, node: NodeView): NodeState {
  const { lastAnswer, latest, declaration } = node;
  return {
    region: node.region,
    declaredRole: declaration.declaredRole,
    observedRole: lastAnswer?.facts.replication.role,
    probe: freshness(view, node),
    vantage: latest?.vantage,
    failure: latest?.outcome === 'failed' ? latest.failure : undefined,
    facts: lastAnswer?.facts,
    factsObservedAt: lastAnswer && toIsoDate(lastAnswer.observedAt),
    lag: replicaLag(view, node),
    restart: forecastRestart(view, node),
  };
}

function freshness(view: CacheView, { latest, stale }: NodeView): Freshness {
  if (!latest) return { kind: 'never' };
  return {
    kind: stale ? 'stale' : 'fresh',
    observedAt: toIsoDate(latest.observedAt),
    ageSeconds: Math.max(0, view.now.getTime() - latest.observedAt) / 1000,
    durationMs: latest.durationMs,
  };
}

function toIsoDate(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
