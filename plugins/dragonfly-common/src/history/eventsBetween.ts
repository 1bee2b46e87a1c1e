import { describeNodeRole } from './describeNodeRole';
import { Reason } from '../replication/reasons';
import { CacheState, NodeState } from '../replication/types';
import { CacheEvent } from './types';

/** An event that has not been stored yet. @public */
export type NewCacheEvent = Omit<CacheEvent, 'id'>;

function keyOf({ code, region }: Reason): string {
  return `${code} ${region ?? ''}`;
}

function reasonEvents(before: CacheState, after: CacheState): NewCacheEvent[] {
  const at = after.assessedAt;
  const [earlier, later] = [before, after].map(
    ({ reasons }) => new Map(reasons.map(reason => [keyOf(reason), reason])),
  );
  const appeared = [...later.values()].filter(
    reason => !earlier.has(keyOf(reason)),
  );
  const cleared = [...earlier.values()].filter(
    reason => !later.has(keyOf(reason)),
  );
  return [
    ...appeared.map(({ code, region, message }) => ({
      at,
      kind: 'reason-appeared' as const,
      region,
      message,
      details: { code },
    })),
    ...cleared.map(({ code, region, title }) => ({
      at,
      kind: 'reason-cleared' as const,
      region,
      message: `No longer: ${title}${region ? ` in ${region}` : ''}.`,
      details: { code },
    })),
  ];
}

function verdictEvent(before: CacheState, after: CacheState): NewCacheEvent[] {
  if (before.verdict === after.verdict) return [];
  const codes = after.reasons.map(({ code }) => code).join(' ');
  return [
    {
      at: after.assessedAt,
      kind: 'verdict-changed',
      message: `The cache is ${after.verdict}; it was ${before.verdict}.`,
      details: { before: before.verdict, after: after.verdict, reasons: codes },
    },
  ];
}

function isSyncing({ facts }: NodeState): boolean {
  const replication = facts?.replication;
  return replication?.role === 'replica' && replication.fullSyncInProgress;
}

function ownReplicationId({ facts }: NodeState): string | undefined {
  return facts?.replication.role === 'primary'
    ? facts.replication.replicationId
    : undefined;
}

function nodeEvents(
  before: NodeState,
  after: NodeState,
  at: string,
): NewCacheEvent[] {
  const { region } = after;
  const events: NewCacheEvent[] = [];
  if (
    before.observedRole &&
    after.observedRole &&
    before.observedRole !== after.observedRole
  ) {
    events.push({
      at,
      kind: 'role-changed',
      region,
      message: `The server in ${region} is ${describeNodeRole(after.observedRole)} now; it was ${describeNodeRole(before.observedRole)}.`,
      details: { before: before.observedRole, after: after.observedRole },
    });
  }
  const [idBefore, idAfter] = [before, after].map(ownReplicationId);
  if (idBefore && idAfter && idBefore !== idAfter) {
    events.push({
      at,
      kind: 'server-restarted',
      region,
      message: `The primary in ${region} came back as a new server.`,
      details: {},
    });
  }
  if (isSyncing(before) !== isSyncing(after)) {
    events.push({
      at,
      kind: isSyncing(after) ? 'full-sync-started' : 'full-sync-ended',
      region,
      message: isSyncing(after)
        ? `A full sync of the replica in ${region} has begun.`
        : `The full sync of the replica in ${region} has ended.`,
      details: {},
    });
  }
  return events;
}

/**
 * What happened to a cache between two judgements.
 *
 * @returns in the order in which they should be read, the cause before the verdict
 * @public
 */
export function eventsBetween(
  before: CacheState,
  after: CacheState,
): NewCacheEvent[] {
  const earlier = new Map(before.nodes.map(node => [node.region, node]));
  return [
    ...after.nodes.flatMap(node => {
      const then = earlier.get(node.region);
      return then ? nodeEvents(then, node, after.assessedAt) : [];
    }),
    ...reasonEvents(before, after),
    ...verdictEvent(before, after),
  ];
}
