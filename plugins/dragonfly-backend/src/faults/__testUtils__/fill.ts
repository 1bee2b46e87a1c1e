import { randomBytes } from 'node:crypto';
import { FleetNode } from 'cache-fleet';

const TTL_SECONDS = 3_600;
const KEYS_AT_ONCE = 1_000;

/** Writes keys to a primary as applications would, with a time to live; their values cannot be compressed on the way. */
export async function fill(
  node: FleetNode,
  keys: number,
  valueBytes: number,
): Promise<void> {
  for (let first = 0; first < keys; first += KEYS_AT_ONCE) {
    await node.ask(async client => {
      const pipeline = client.pipeline();
      const end = Math.min(keys, first + KEYS_AT_ONCE);
      for (let key = first; key < end; key++) {
        pipeline.set(
          `filled:${key}`,
          randomBytes(valueBytes),
          'EX',
          TTL_SECONDS,
        );
      }
      await pipeline.exec();
    });
  }
}
