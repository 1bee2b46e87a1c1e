import { randomUUID } from 'node:crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { Database } from '../database';
import { LeaseStore } from './LeaseStore';
import { SharedStates } from './SharedStates';
import { SHARDS } from './shardOf';

const RENEW_MS = 2_000;
/** While shards are on offer, whether somebody took them is asked this often. */
const OFFERING_MS = 200;
/** Whoever leaves waits no longer than this for somebody to take over. */
const LEAVING_MS = 5_000;
/** A lease that has just ended is looked for this much later, not to be early. */
const EXPIRY_MARGIN_MS = 20;

interface ShardHolderOptions {
  database: Database;
  logger: LoggerService;
  /** Called whenever this instance holds other shards than before. */
  onHeld: () => void;
}

interface Stores {
  leases: LeaseStore;
  states: SharedStates;
}

/**
 * The part of the fleet this instance watches. All instances that share a database share the fleet evenly, without any
 * configuration; one that ends hands its part over, and the part of one that is lost is taken when its lease ends. Without
 * a database an instance keeps what it holds, and everything at first.
 */
export class ShardHolder {
  readonly #options: ShardHolderOptions;
  readonly #instance = randomUUID();
  #stores: Stores | undefined;
  #held: ReadonlySet<number> = new Set();
  #others = 0;
  #timer: NodeJS.Timeout | undefined;
  #turn: Promise<void> | undefined;
  #running = false;
  #failing = false;

  static create(options: ShardHolderOptions): ShardHolder {
    return new ShardHolder(options);
  }

  private constructor(options: ShardHolderOptions) {
    this.#options = options;
  }

  /** Whether this instance watches a shard. */
  holds(shard: number): boolean {
    return this.#held.has(shard);
  }

  /** How many other instances take part. */
  get others(): number {
    return this.#others;
  }

  /** What the instances tell each other; undefined while there is no database. */
  get sharedStates(): SharedStates | undefined {
    return this.#stores?.states;
  }

  get instance(): string {
    return this.#instance;
  }

  get held(): number[] {
    return [...this.#held];
  }

  /** Begins to take part. Resolves when it is known what this instance holds for now. */
  async start(): Promise<void> {
    this.#running = true;
    this.#schedule(await this.#renewOrKeep());
  }

  /** Hands everything over, as far as somebody takes it within seconds. */
  async stop(): Promise<void> {
    this.#running = false;
    clearTimeout(this.#timer);
    await this.#turn;
    const end = performance.now() + LEAVING_MS;
    try {
      while (
        this.#stores &&
        this.#others > 0 &&
        this.#held.size > 0 &&
        performance.now() < end
      ) {
        await this.#renew(true);
        await new Promise(resolve => setTimeout(resolve, OFFERING_MS));
      }
      await this.#stores?.leases.leave(this.#instance);
    } catch (error) {
      this.#options.logger.warn(
        `Could not hand over what was watched; others take over when the lease ends: ${toError(error).message}`,
      );
    }
  }

  #schedule(delayMs: number): void {
    if (!this.#running) {
      return;
    }
    this.#timer = setTimeout(() => {
      this.#turn = this.#renewOrKeep().then(next => {
        this.#schedule(next);
      });
    }, delayMs);
  }

  async #renewOrKeep(): Promise<number> {
    try {
      const next = await this.#renew(false);
      if (this.#failing) {
        this.#options.logger.info('Shares the watching of caches again');
        this.#failing = false;
      }
      return next;
    } catch (error) {
      if (!this.#failing) {
        this.#options.logger.error(
          `Cannot share the watching of caches with other instances, goes on with its own part: ${toError(error).message}`,
        );
        this.#failing = true;
      }
      if (this.#held.size === 0) {
        this.#hold(Array.from({ length: SHARDS }, (_, shard) => shard));
      }
      return RENEW_MS;
    }
  }

  async #renew(leaving: boolean): Promise<number> {
    const { leases } = await this.#open();
    const { held, instances, offering, nextExpiryMs } = await leases.renew(
      this.#instance,
      { leaving },
    );
    this.#others = leaving ? instances : instances - 1;
    this.#hold(held);
    return offering
      ? OFFERING_MS
      : Math.min(RENEW_MS, nextExpiryMs + EXPIRY_MARGIN_MS);
  }

  #hold(shards: readonly number[]): void {
    const same =
      shards.length === this.#held.size &&
      shards.every(shard => this.#held.has(shard));
    if (!same) {
      this.#held = new Set(shards);
      this.#options.onHeld();
    }
  }

  async #open(): Promise<Stores> {
    if (!this.#stores) {
      const knex = await this.#options.database.open();
      const leases = LeaseStore.create({ knex });
      await leases.prepare();
      this.#stores = { leases, states: SharedStates.create({ knex }) };
    }
    return this.#stores;
  }
}
