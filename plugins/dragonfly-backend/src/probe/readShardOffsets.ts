import { ShardOffsets } from 'backstage-plugin-dragonfly-common';
import { z } from 'zod';

/** What a server says of its position, without when it said it. */
export type Position = Pick<ShardOffsets, 'session' | 'records'>;

const records = z.array(z.number().int().nonnegative()).nonempty();
const session = z.string().min(1);

/**
 * Reads the answer of a primary to `DFLY REPLICAOFFSET`: the records in the journal of each shard, for example
 * `[251817, 252968]`. Undefined for anything else.
 */
export function readPrimaryPosition(reply: unknown): Position | undefined {
  const parsed = records.safeParse(reply);
  return parsed.success ? { records: parsed.data } : undefined;
}

/**
 * Reads the answer of a replica to `DEBUG REPLICA OFFSET`: the session of replication and the records that were executed
 * of each shard, for example `["SYNC1", [251816, 252963]]`. Undefined for anything else.
 */
export function readReplicaPosition(reply: unknown): Position | undefined {
  const parsed = z.tuple([session, records]).safeParse(reply);
  return parsed.success
    ? { session: parsed.data[0], records: parsed.data[1] }
    : undefined;
}
