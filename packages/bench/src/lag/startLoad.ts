import { setTimeout as sleep } from 'node:timers/promises';
import { FleetCache } from 'cache-fleet';
import { Scope } from '../runBenchmark';

const KEYS = 10_000;
const WRITES_AT_ONCE = 50;
const EVERY_MS = 20;
const VALUE = 'x'.repeat(64);

/** Writes about 2,500 keys a second to a primary until the benchmark ends. */
export function startLoad(scope: Scope, cache: FleetCache): void {
  let running = true;
  const writing = (async () => {
    const client = cache.nodes[0].client();
    while (running) {
      const pipeline = client.pipeline();
      for (let write = 0; write < WRITES_AT_ONCE; write++) {
        pipeline.set(`load:${Math.floor(Math.random() * KEYS)}`, VALUE);
      }
      await pipeline.exec();
      await sleep(EVERY_MS);
    }
    client.disconnect();
  })();
  scope.defer(() => {
    running = false;
    return writing;
  });
}
