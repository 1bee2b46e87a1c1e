import { setTimeout as sleep } from 'node:timers/promises';
import { Knex } from 'knex';

const READ_EVERY_MS = 1_000;

/** A row of the table in which the plugin keeps its newest samples, and that it empties from time to time. */
interface TickRow {
  id: number;
  at: string;
  samples: string;
}

/** The samples that instances store, read all the time, because older ones are packed away. */
export class StoredSamples {
  readonly #knex: Knex;
  readonly #ticks = new Map<number, { at: number; caches: string[] }>();
  #running = true;
  #reading: Promise<void> | undefined;

  static follow(knex: Knex): StoredSamples {
    const samples = new StoredSamples(knex);
    samples.#reading = samples.#follow();
    return samples;
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Times of the samples of each cache since a moment, Unix milliseconds. */
  async timesSince(since: number): Promise<Map<string, number[]>> {
    await this.#read();
    const times = new Map<string, number[]>();
    for (const { at, caches } of this.#ticks.values()) {
      for (const cache of at >= since ? caches : []) {
        times.set(cache, [...(times.get(cache) ?? []), at]);
      }
    }
    return times;
  }

  async stop(): Promise<void> {
    this.#running = false;
    await this.#reading;
  }

  async #follow(): Promise<void> {
    while (this.#running) {
      await this.#read();
      await sleep(READ_EVERY_MS);
    }
  }

  async #read(): Promise<void> {
    const rows = await this.#knex<TickRow>('history_ticks').select(
      'id',
      'at',
      'samples',
    );
    for (const { id, at, samples } of rows) {
      this.#ticks.set(id, {
        at: Number(at),
        caches: Object.keys(JSON.parse(samples)),
      });
    }
  }
}
