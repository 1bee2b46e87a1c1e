import { memory, pod, replication } from './commands';
import { AdviceBook } from './types';

/** What to do about a server as such. */
export const serverAdvice = {
  DragonflyMonitoringAbsent: {
    actor: 'platform team',
    causes: [
      'The server is down, or the start guard holds it back.',
      'The server hangs: its port is open, and it does not answer.',
      'The region is lost, or cannot be reached from where Prometheus runs.',
      'Nothing scrapes it: the monitor was not selected, or the NetworkPolicy does not let the namespace of Prometheus in.',
    ],
    commands: cache => [...pod(cache), 'ask "$region" PING'],
    actions: [
      'The server answers: repair the scrape. Until then nothing about this region is known.',
      'It was the primary and will not be back in time: decide on a forced failover.',
      'It was a replica: there is no second copy until it is back.',
    ],
  },
  DragonflyUnexpectedReplica: {
    actor: 'platform team',
    causes: ['Somebody sent `REPLICAOF` to a server that replicates nothing.'],
    commands: replication,
    actions: [
      'Its own data is gone. Make it a primary again with `ask "$region" REPLICAOF NO ONE`; it then holds a copy of the other server, so empty it if the applications must not see that.',
    ],
  },
  DragonflyMemoryHeadroom: {
    actor: 'cache owner',
    causes: [
      'More is stored than was asked for.',
      'Keys are written without a time to live.',
    ],
    commands: () => [...memory(), 'ask "$region" INFO keyspace'],
    actions: [
      'Compare `expires` with `keys`: where they differ, the application writes keys without a time to live.',
      'Else ask for more memory; the change needs a restart.',
    ],
  },
  DragonflyResidentMemory: {
    actor: 'cache owner',
    causes: [
      'Fragmentation after many deletions.',
      'Buffers of slow clients or of a slow replica.',
    ],
    commands: () => [...memory(), 'ask "$region" INFO clients'],
    actions: [
      'Find the buffers: `client_read_buffer_bytes`, `replication_streaming_buffer_bytes` and the like in `INFO memory`.',
      'Fragmentation: `ask "$region" MEMORY DEFRAGMENT`.',
    ],
  },
  DragonflyOutOfMemory: {
    actor: 'cache owner',
    causes: [
      'The memory is full and nothing may be evicted, or eviction does not keep up.',
    ],
    commands: memory,
    actions: [
      'Applications get errors now: tell them.',
      'Delete what is not needed or ask for more memory.',
    ],
  },
  DragonflyEvictionsUnexpected: {
    actor: 'cache owner',
    causes: ['The server runs with `--cache_mode=true`.'],
    commands: memory,
    actions: [
      'Compare the server’s `cache_mode` with the one in `base/`; a server keeps its flags until it is restarted.',
    ],
  },
  DragonflyCertificateExpiry: {
    actor: 'platform team',
    causes: ['cert-manager cannot renew the certificate.'],
    commands: () => [
      'kube "$region" get certificates,certificaterequests',
      'kube "$region" describe certificates',
    ],
    actions: [
      'Repair the issuer. Do it in every region: a server with an old certificate cannot follow, nor be followed.',
    ],
  },
  DragonflyVersionSkew: {
    actor: 'platform team',
    causes: ['One side was restarted with a new image, the other was not.'],
    commands: ({ regions }) => [
      `for region in ${regions.map(({ name }) => name).join(' ')}; do`,
      '  ask "$region" INFO server',
      'done',
    ],
    actions: [
      'Finish the update: restart what still runs the old version, see [restart a server](#restart-a-server).',
    ],
  },
} satisfies AdviceBook;
