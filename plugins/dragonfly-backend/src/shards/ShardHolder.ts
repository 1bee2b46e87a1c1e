import { randomUUID } from 'node:crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { Knex } from 'knex';
import { Database } from '../database';
import {
  keyOf,
  LiveInstance,
  reaches,
  shareVantages,
  Vantage,
  VantageStore,
} from '../vantage';
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
  /** Regions this instance can reach; all when undefined. */
  regions: () => readonly string[] | undefined;
  /** What this instance could observe for the holders of other shards. */
  candidates: () => readonly Vantage[];
  /** Called whenever this instance holds something else than before, or the instances together reach something else. */
  onHeld: () => void;
}

interface Stores {
  leases: LeaseStore;
  states: SharedStates;
  vantages: VantageStore;
}

/**
 * The part of the fleet this instance watches. All instances that share a database share the fleet evenly, without any
 * configuration; one that ends hands its part over, and the part of one that is lost is taken when its lease ends. Without
 * a database an instance keeps what it holds, and everything at first.
 *
 * Any instance can hold any shard. What the holder of a shard does not reach is observed for it by an instance that does:
 * that one holds a vantage.
 */
export class ShardHolder {
  readonly #options: ShardHolderOptions;
  readonly #instance = randomUUID();
  #stores: Stores | undefined;
  #held: ReadonlySet<number> = new Set();
  #vantages: readonly Vantage[] = [];
  #alive: readonly LiveInstance[] = [];
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

  /** Where this instance and the others find what they observe for each other; undefined while there is no database. */
  get vantageStore(): VantageStore | undefined {
    return this.#stores?.vantages;
  }

  /** What this instance observes for the holders of other shards. */
  get vantages(): readonly Vantage[] {
    return this.#vantages;
  }

  /** Whether an instance that was alive when it was last asked states that it can reach a region. */
  isReached(region: string): boolean {
    return this.#alive.some(each => reaches(each, region));
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
        this.#held.size + this.#vantages.length > 0 &&
        performance.now() < end
      ) {
        await this.#renew(true);
        await new Promise(resolve => setTimeout(resolve, OFFERING_MS));
      }
      await this.#options.database.use(async () => {
        await this.#stores?.vantages.leave(this.#instance);
        await this.#stores?.leases.leave(this.#instance);
      });
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
        this.#hold({
          shards: Array.from({ length: SHARDS }, (_, shard) => shard),
          vantages: [],
          alive: [],
        });
      }
      return RENEW_MS;
    }
  }

  async #renew(leaving: boolean): Promise<number> {
    const { lease, vantages } = await this.#options.database.use(knex =>
      this.#renewLeases(knex, leaving),
    );
    const { held, instances, alive, offering, nextExpiryMs } = lease;
    this.#others = leaving ? instances : instances - 1;
    this.#hold({ shards: held, vantages, alive });
    return offering
      ? OFFERING_MS
      : Math.min(RENEW_MS, nextExpiryMs + EXPIRY_MARGIN_MS);
  }

  async #renewLeases(knex: Knex, leaving: boolean) {
    const stores = await this.#open(knex);
    const lease = await stores.leases.renew(this.#instance, {
      leaving,
      regions: this.#options.regions(),
    });
    const share = shareVantages({
      instance: this.#instance,
      alive: lease.alive,
      holders: lease.holders,
      candidates: this.#options.candidates(),
      held: this.#vantages,
    });
    const vantages = await stores.vantages.renew(this.#instance, share);
    return { lease, vantages };
  }

  #hold(next: {
    shards: readonly number[];
    vantages: readonly Vantage[];
    alive: readonly LiveInstance[];
  }): void {
    const before = this.#summary();
    this.#held = new Set(next.shards);
    this.#vantages = next.vantages;
    this.#alive = next.alive;
    if (this.#summary() !== before) {
      this.#options.onHeld();
    }
  }

  /** Equal for as long as there is nothing to do: who is alive matters only for what is reached. */
  #summary(): string {
    return JSON.stringify([
      [...this.#held].sort(),
      this.#vantages.map(keyOf).sort(),
      [
        ...new Set(this.#alive.map(({ regions }) => regions?.join() ?? '')),
      ].sort(),
    ]);
  }

  async #open(knex: Knex): Promise<Stores> {
    if (!this.#stores) {
      const leases = LeaseStore.create({ knex });
      await leases.prepare();
      this.#stores = {
        leases,
        states: SharedStates.create({ knex }),
        vantages: VantageStore.create({ knex }),
      };
    }
    return this.#stores;
  }
}
