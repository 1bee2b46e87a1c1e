/**
 * The least that watching can be: one ioredis connection for each server and `INFO replication` at each interval, whose
 * answer nobody reads.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { z } from 'zod';
import { serve } from '../programs';
import { Server, watchSettings } from './settings';
import { WorkMeter } from './WorkMeter';

const meter = new WorkMeter();

async function ask(server: Server, intervalMs: number): Promise<void> {
  const redis = new Redis({ ...server, lazyConnect: true });
  redis.on('error', () => {});
  await sleep(Math.random() * intervalMs);
  await redis.connect();
  setInterval(() => {
    redis.call('INFO', 'replication').then(
      () => meter.count(true),
      () => meter.count(false),
    );
  }, intervalMs);
}

serve({
  async watch(argument) {
    const { intervalMs, pairs } = watchSettings.parse(argument);
    await Promise.all(
      pairs
        .flatMap(({ primary, replica }) => [primary, replica])
        .map(server => ask(server, intervalMs)),
    );
  },

  async measure(argument) {
    const { seconds } = z.object({ seconds: z.number() }).parse(argument);
    meter.start();
    await sleep(seconds * 1_000);
    return meter.end();
  },
});
