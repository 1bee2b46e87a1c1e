import { LoggerService } from '@backstage/backend-plugin-api';
import {
  CacheState,
  outdated,
  STALE_AFTER_INTERVALS,
} from 'backstage-plugin-dragonfly-common';
import { BestEffort, Database } from '../database';
import { SharedStates } from './SharedStates';

/** What other instances wrote is read again after this time at the earliest. */
const VALID_MS = 500;

/** Pages wait for it, and have what was read last. */
const PATIENCE_MS = 1_000;

interface RemoteStatesOptions {
  database: Database;
  logger: LoggerService;
  /** Where the instances tell each other what they know; undefined while there is nobody to tell, or no database. */
  store: () => SharedStates | undefined;
  /** Shards this instance holds, of which it knows more than what it wrote itself. */
  held: () => readonly number[];
  /** How often the others write, milliseconds. */
  intervalMs: () => number;
}

/** What the other instances know of the caches they watch. While they cannot be read, it is shown as it ages. */
export class RemoteStates {
  readonly #options: RemoteStatesOptions;
  readonly #exchange: BestEffort;
  #known: ReadonlyMap<string, CacheState> = new Map();
  #reading: { done: Promise<void>; at: number } | undefined;

  static create(options: RemoteStatesOptions): RemoteStates {
    return new RemoteStates(options);
  }

  private constructor(options: RemoteStatesOptions) {
    this.#options = options;
    this.#exchange = BestEffort.create({
      ...options,
      failure: 'Cannot exchange states of caches with other instances',
    });
  }

  /** The states of those of some caches that another instance watches, by entity reference. */
  async of(entityRefs: readonly string[]): Promise<Map<string, CacheState>> {
    await this.#refresh();
    const states = new Map<string, CacheState>();
    for (const entityRef of entityRefs) {
      const state = this.#known.get(entityRef);
      if (state) states.set(entityRef, this.#asOfNow(state));
    }
    return states;
  }

  /** Tells the other instances, if there are any, what this one knows. Never throws. */
  async share(
    instance: string,
    states: ReadonlyMap<string, CacheState>,
    now: number,
  ): Promise<void> {
    const store = this.#options.store();
    if (store) {
      await this.#exchange.attempt(() =>
        store.write(instance, this.#options.held(), states, now),
      );
    }
  }

  #refresh(): Promise<void> {
    const now = performance.now();
    if (!this.#reading || now - this.#reading.at > VALID_MS) {
      this.#reading = { done: this.#read(), at: now };
    }
    return this.#reading.done;
  }

  async #read(): Promise<void> {
    const store = this.#options.store();
    if (!store) {
      this.#known = new Map();
      return;
    }
    const states = await this.#exchange.attempt(
      () => store.read(this.#options.held()),
      PATIENCE_MS,
    );
    this.#known = states ?? this.#known;
  }

  #asOfNow(state: CacheState): CacheState {
    const now = new Date(Date.now());
    const limitMs =
      STALE_AFTER_INTERVALS * this.#options.intervalMs() +
      VALID_MS +
      PATIENCE_MS;
    return now.getTime() - Date.parse(state.assessedAt) > limitMs
      ? outdated(state, now)
      : state;
  }
}
