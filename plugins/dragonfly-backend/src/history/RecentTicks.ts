import { PackedTick } from './PackedTick';
import { TickStore } from './TickStore';

/** More than there are between two packings; with so many it is worth asking which of them are still there. */
const TIDY_AT_TICKS = 300;

/**
 * The newest samples as the table has them, for questions about one cache. A row holds all caches of a moment, so that each
 * row is read once and not for each question; rows that were packed since are forgotten.
 */
export class RecentTicks {
  readonly #store: TickStore;
  readonly #ticks = new Map<number, PackedTick>();
  #tidyAt = TIDY_AT_TICKS;
  #reading: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  static create(options: { ticks: TickStore }): RecentTicks {
    return new RecentTicks(options.ticks);
  }

  private constructor(store: TickStore) {
    this.#store = store;
  }

  /** Remembers what was just written, so that it need not be read. */
  async remember(written: ReadonlyMap<number, PackedTick>): Promise<void> {
    written.forEach((tick, id) => this.#ticks.set(id, tick));
    // Another instance may pack, and nobody ask here.
    if (this.#ticks.size >= this.#tidyAt) {
      this.#forgetGone(await this.#store.ids());
      this.#tidyAt = Math.max(TIDY_AT_TICKS, 2 * this.#ticks.size);
    }
  }

  /** The ticks of a span of time, by their ids; `to` is not part of it. */
  async ticks(range: {
    from: number;
    to: number;
  }): Promise<Map<number, PackedTick>> {
    await this.#refresh();
    const found = new Map<number, PackedTick>();
    for (const [id, tick] of this.#ticks) {
      if (tick.at >= range.from && tick.at < range.to) found.set(id, tick);
    }
    return found;
  }

  /** Reads the table. Questions that come meanwhile share the next reading: this one may have missed what they are about. */
  #refresh(): Promise<void> {
    if (this.#reading) {
      this.#next ??= this.#reading
        .catch(() => {})
        .then(() => {
          this.#next = undefined;
          return this.#refresh();
        });
      return this.#next;
    }
    this.#reading = this.#readTable().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #readTable(): Promise<void> {
    const present = await this.#store.ids();
    this.#forgetGone(present);
    const missing = present.filter(id => !this.#ticks.has(id));
    for (const [id, tick] of await this.#store.read(missing)) {
      this.#ticks.set(id, tick);
    }
  }

  #forgetGone(present: readonly number[]): void {
    const ids = new Set(present);
    for (const id of this.#ticks.keys()) {
      if (!ids.has(id)) this.#ticks.delete(id);
    }
  }
}
