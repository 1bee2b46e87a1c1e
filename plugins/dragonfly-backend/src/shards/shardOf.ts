import { createHash } from 'node:crypto';

/** Parts the fleet is cut into: enough to share evenly among a handful of instances. */
export const SHARDS = 32;

/** The part of the fleet a cache belongs to, the same on every instance. */
export function shardOf(entityRef: string): number {
  return (
    createHash('sha256').update(entityRef).digest().readUInt32BE(0) % SHARDS
  );
}
