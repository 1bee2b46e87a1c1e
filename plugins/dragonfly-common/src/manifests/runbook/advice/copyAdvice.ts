import { everywhere, memory, replication } from './commands';
import { AdviceBook } from './types';

/** What to do about the copy in another region. */
export const copyAdvice = {
  DragonflyNoReplica: {
    actor: 'platform team',
    causes: [
      'The replica is down, or its link is cut.',
      'Replication has stopped on purpose: see [there](#replication-has-stopped-on-purpose).',
      'This server is a primary that nobody follows any more, after a move elsewhere.',
    ],
    commands: everywhere,
    actions: [
      'Find the replica first: its own alerts say more.',
      'Two regions answer `role:master`: go on with [two primaries](#dragonflydualprimary).',
      'The replica runs and follows nobody: attach it to the primary.',
    ],
  },
  DragonflyLinkDown: {
    actor: 'platform team',
    causes: [
      'The primary is down, or the network between the regions is cut.',
      'The replica’s password is not the one of the primary, or its certificate is not trusted.',
      'The primary came back empty, and replication has [stopped on purpose](#replication-has-stopped-on-purpose).',
    ],
    commands: everywhere,
    actions: [
      'The primary does not answer: go on with [no primary](#dragonflynoprimary).',
      'The primary answers with another `master_replid` than the replica remembers: replication has stopped on purpose. Do not attach the replica before you have decided which copy to keep.',
      'The primary answers with the same one: repair network, password or certificate; the link comes back by itself.',
    ],
  },
  DragonflyLinkSilent: {
    actor: 'platform team',
    causes: [
      'A firewall or load balancer between the regions has dropped the connection without a word.',
      'The primary hangs.',
    ],
    commands: everywhere,
    actions: [
      'The primary answers: attach the replica again, which opens a new connection.',
      'It does not: go on with [no primary](#dragonflynoprimary).',
    ],
  },
  DragonflyFullSync: {
    actor: 'cache owner',
    causes: [
      'The data is large for the bandwidth between the regions.',
      'The primary is busy, or the copy breaks off and starts again.',
    ],
    commands: () => [
      ...replication(),
      'ask "$region" DBSIZE',
      'sleep 10',
      'ask "$region" DBSIZE',
    ],
    actions: [
      'The number of keys grows: wait. Do not promote this replica meanwhile.',
      'It falls back again and again: go on with the [loop](#dragonflyresyncloop).',
    ],
  },
  DragonflyResyncLoop: {
    actor: 'cache owner',
    causes: [
      'The replica has less memory than the data of the primary needs.',
      'The link breaks more often than a copy takes, or each cut is longer than the backlog.',
      'The replication timeout is too short for the bandwidth.',
    ],
    commands: cache => [
      ...replication(),
      'ask "$region" INFO memory',
      `kube "$region" logs ${cache.name}-0 --container dragonfly --tail 50`,
    ],
    actions: [
      'Give the replica the memory of the primary.',
      'Enlarge the backlog or the timeout through the request for the cache; both need a restart, the replica first.',
    ],
  },
  DragonflyBacklogHeadroom: {
    actor: 'cache owner',
    causes: ['More is written than the backlog was sized for.'],
    commands: () => ['ask "$region" INFO stats'],
    actions: [
      'Nothing is broken now, but a short cut of the link would force a full resync.',
      'Ask for a larger backlog: give the real write rate in the request for the cache and generate the files again.',
    ],
  },
  DragonflyReplicaSmaller: {
    actor: 'cache owner',
    causes: ['The memory limit was changed on one side only.'],
    commands: memory,
    actions: [
      'Both sides get their limit from the same file in `base/`: restart the replica, so that it takes its limit from there again.',
    ],
  },
  DragonflyLagHigh: {
    actor: 'cache owner',
    causes: [
      'More is written than crosses the link.',
      'The replica is busy, for example with readers.',
    ],
    commands: everywhere,
    actions: [
      'Compare write rate and bandwidth. The lag is what a loss of the primary would cost now.',
    ],
  },
} satisfies AdviceBook;
