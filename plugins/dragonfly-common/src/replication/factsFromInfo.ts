import isEqual from 'fast-deep-equal';
import { InfoResult } from './infoResult';
import { parseInfo } from './parseInfo';
import { readKeyspace } from './readKeyspace';
import { readMemory } from './readMemory';
import { countsBytes, readReplication } from './readReplication';
import { readServer } from './readServer';
import { readStats } from './readStats';
import { ConnectedReplica, NodeFacts, ReplicationFacts } from './types';

/** The replies of one probe, each to an `INFO` of that one section. Only `replication` is asked every time. @public */
export interface InfoReplies {
  replication: string;
  server?: string;
  memory?: string;
  keyspace?: string;
  stats?: string;
  /** When `stats` was asked, Unix milliseconds. */
  statsObservedAt?: number;
}

/**
 * Puts the replies of one probe together. Sections that were not asked this time are carried over from the facts of
 * the node's previous answer, but not across a restart, a change of role or primary, or the start or end of a full
 * sync: what was counted before says nothing about the data set after it.
 *
 * @public
 */
export function factsFromInfo(
  replies: InfoReplies,
  previous?: NodeFacts,
): InfoResult<NodeFacts> {
  const replicationInfo = parseInfo(replies.replication);
  const replication = readReplication(replicationInfo);
  if (!replication.ok) return replication;

  const server =
    replies.server === undefined
      ? undefined
      : readServer(parseInfo(replies.server));
  if (server && !server.ok) return server;

  const memory =
    replies.memory === undefined
      ? undefined
      : readMemory(parseInfo(replies.memory));
  if (memory && !memory.ok) return memory;

  const keyspace =
    replies.keyspace === undefined
      ? undefined
      : readKeyspace(parseInfo(replies.keyspace));
  if (keyspace && !keyspace.ok) return keyspace;

  const counters =
    replies.stats === undefined
      ? undefined
      : readStats(parseInfo(replies.stats), replies.statsObservedAt ?? 0);
  if (counters && !counters.ok) return counters;

  const carried =
    previous && sameDataSet(previous.replication, replication.value)
      ? previous
      : undefined;
  return {
    ok: true,
    value: {
      // Until INFO server was asked, the dialect tells Dragonfly from the other two.
      flavour:
        server?.value.flavour ??
        previous?.flavour ??
        (countsBytes(replicationInfo) ? 'redis' : 'dragonfly'),
      version: server?.value.version ?? carried?.version,
      uptimeSeconds: server?.value.uptimeSeconds ?? carried?.uptimeSeconds,
      replication: withKnown(replication.value, previous?.replication),
      memory: memory?.value ?? carried?.memory,
      keys: keyspace?.value ?? carried?.keys,
      counters: counters?.value ?? carried?.counters,
    },
  };
}

/**
 * Takes what did not change from the answer before: two minutes of answers are kept, and a text cut out of a reply keeps the
 * whole reply in memory.
 */
function withKnown(
  facts: ReplicationFacts,
  before: ReplicationFacts | undefined,
): ReplicationFacts {
  if (isEqual(facts, before)) return before ?? facts;
  if (facts.role === 'primary') {
    if (before?.role !== 'primary') return facts;
    return {
      ...facts,
      replicationId: known(facts.replicationId, before.replicationId),
      replicas: facts.replicas.map((replica, index) =>
        withKnownAddress(replica, before.replicas[index]),
      ),
    };
  }
  if (before?.role !== 'replica') return facts;
  return {
    ...facts,
    primaryHost: known(facts.primaryHost, before.primaryHost),
    primaryReplicationId: known(
      facts.primaryReplicationId,
      before.primaryReplicationId,
    ),
  };
}

function withKnownAddress(
  replica: ConnectedReplica,
  before: ConnectedReplica | undefined,
): ConnectedReplica {
  return before && isEqual(replica, before)
    ? before
    : { ...replica, address: known(replica.address, before?.address) };
}

/** The text of before when it is the same. */
function known<T>(text: T, before: T | undefined): T {
  return before !== undefined && text === before ? before : text;
}

function sameDataSet(
  before: ReplicationFacts,
  after: ReplicationFacts,
): boolean {
  if (before.role === 'primary') {
    return (
      after.role === 'primary' && before.replicationId === after.replicationId
    );
  }
  return (
    after.role === 'replica' &&
    before.primaryReplicationId === after.primaryReplicationId &&
    before.fullSyncInProgress === after.fullSyncInProgress
  );
}
