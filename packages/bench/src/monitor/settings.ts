import { FleetCache } from 'cache-fleet';
import { z } from 'zod';

const server = z.object({
  host: z.string(),
  port: z.number(),
  username: z.string(),
  password: z.string(),
});

/** What the programs of this benchmark are told to watch. */
export const watchSettings = z.object({
  intervalMs: z.number(),
  pairs: z.array(
    z.object({ name: z.string(), primary: server, replica: server }),
  ),
});

export type WatchSettings = z.infer<typeof watchSettings>;
export type Server = z.infer<typeof server>;

/** What a program did in a stretch of time. */
export const work = z.object({
  /** CPU time of the process. */
  cpuMs: z.number(),
  elapsedMs: z.number(),
  /** Answers of servers. */
  answers: z.number(),
  failures: z.number(),
});

export type Work = z.infer<typeof work>;

/** Where a monitor finds a pair, and with whose login: the one that may only look. */
export function pairOf(cache: FleetCache): WatchSettings['pairs'][number] {
  const [primary, replica] = cache.nodes.map(node => ({
    ...node.address,
    ...node.credentials.monitor,
  }));
  return { name: cache.name, primary, replica };
}
