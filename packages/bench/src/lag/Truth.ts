import { setTimeout as sleep } from 'node:timers/promises';
import { FleetCache } from 'cache-fleet';

const KEY = 'bench:written-at';
const EVERY_MS = 5;

/** What was found on a replica: when, and when that had been written on the primary. Unix milliseconds. */
export interface Finding {
  at: number;
  writtenAt: number;
}

/**
 * The lag of a replica at a moment, from what was found on it: how long ago what it had then was written. Undefined
 * before the first finding and after the last.
 *
 * @param findings - in the order of `at`
 */
export function trueLagAt(
  findings: readonly Finding[],
  at: number,
): number | undefined {
  const next = findings.findIndex(finding => finding.at >= at);
  return next > 0 ? Math.max(0, at - findings[next - 1].writtenAt) : undefined;
}

/** Writes the time on a primary and looks for it on the replica, all the time. */
export class Truth {
  readonly findings: Finding[] = [];
  #running = true;
  #done: Promise<unknown> | undefined;

  static start(cache: FleetCache): Truth {
    const truth = new Truth();
    truth.#done = Promise.all([truth.#write(cache), truth.#look(cache)]);
    return truth;
  }

  async stop(): Promise<void> {
    this.#running = false;
    await this.#done;
  }

  async #write(cache: FleetCache): Promise<void> {
    const client = cache.nodes[0].client();
    while (this.#running) {
      await client.set(KEY, Date.now());
      await sleep(EVERY_MS);
    }
    client.disconnect();
  }

  async #look(cache: FleetCache): Promise<void> {
    const client = cache.nodes[1].client();
    while (this.#running) {
      const writtenAt = await client.get(KEY);
      if (writtenAt !== null) {
        this.findings.push({ at: Date.now(), writtenAt: Number(writtenAt) });
      }
      await sleep(EVERY_MS);
    }
    client.disconnect();
  }
}
