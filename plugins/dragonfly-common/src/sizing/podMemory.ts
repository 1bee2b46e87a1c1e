import { MIB } from '../manifests/units';
import { POD_MEMORY_FACTOR, STREAM_BUFFER_BYTES } from './assumptions';

/** What decides the memory of a pod. */
export interface ServerMemory {
  /** `--maxmemory` in bytes. */
  memoryBytes: number;
  threads: number;
  /** How many replicas read from the server. */
  replicas: number;
}

/** Memory of the pod in bytes, a multiple of 1 MiB: the data set's limit with headroom, and the buffers of replication. */
export function podMemoryBytes({
  memoryBytes,
  threads,
  replicas,
}: ServerMemory): number {
  const buffers = threads * replicas * STREAM_BUFFER_BYTES;
  return Math.ceil((memoryBytes * POD_MEMORY_FACTOR + buffers) / MIB) * MIB;
}

/** Memory of the pod of a cache in bytes. Either side can become the primary, so both have room for replicas. */
export function podMemoryOf(cache: {
  memoryBytes: number;
  threads: number;
  topology: 'replicated' | 'independent';
  regions: readonly unknown[];
}): number {
  return podMemoryBytes({
    memoryBytes: cache.memoryBytes,
    threads: cache.threads,
    replicas: cache.topology === 'replicated' ? cache.regions.length - 1 : 0,
  });
}
