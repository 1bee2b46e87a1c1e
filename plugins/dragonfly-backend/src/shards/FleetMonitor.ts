import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { CacheState } from 'backstage-plugin-dragonfly-common';
import { MonitorSettings } from '../config';
import { Database } from '../database';
import { WatchedCache } from '../inventory';
import { Monitor } from '../monitor';
import { AssistedNode, assistedNodes, Vantages, vantagesOf } from '../vantage';
import { ShardHolder } from './ShardHolder';
import { shardOf } from './shardOf';

/** What other instances wrote is read again after this time at the earliest. */
const REMOTE_VALID_MS = 500;

interface FleetMonitorOptions {
  monitor: Monitor;
  database: Database;
  logger: LoggerService;
  /** Regions this instance can reach, asked again and again; all when absent or undefined. */
  regions?: () => readonly string[] | undefined;
}

/** The whole fleet: this instance's part of it is watched here, what the others know comes through the database. */
export class FleetMonitor {
  readonly #monitor: Monitor;
  readonly #logger: LoggerService;
  readonly #holder: ShardHolder;
  readonly #vantages: Vantages;
  #caches: WatchedCache[] = [];
  #reachedNodes: AssistedNode[] = [];
  #settings: MonitorSettings | undefined;
  #remote: { states: Promise<Map<string, CacheState>>; at: number } | undefined;
  #failing = false;

  static create(options: FleetMonitorOptions): FleetMonitor {
    return new FleetMonitor(options);
  }

  private constructor(options: FleetMonitorOptions) {
    this.#monitor = options.monitor;
    this.#logger = options.logger;
    const regions = options.regions ?? (() => undefined);
    this.#holder = ShardHolder.create({
      ...options,
      regions,
      candidates: () => vantagesOf(this.#reachedNodes),
      onHeld: () => this.#watch(),
    });
    this.#vantages = Vantages.create({
      ...options,
      instance: this.#holder.instance,
      store: () => this.#holder.vantageStore,
      assistedShards: () =>
        regions() && this.#holder.others > 0 ? this.#holder.held : [],
      onObservation: (entityRef, observation) =>
        this.#monitor.relay(entityRef, observation),
    });
  }

  /** Resolves when it is known which part is this instance's. */
  start(): Promise<void> {
    return this.#holder.start();
  }

  /** Hands over what is watched here, then ends every connection. */
  async stop(): Promise<void> {
    await this.#holder.stop();
    await this.#vantages.stop();
    await this.#monitor.stop();
  }

  /** Watches these caches from now on, as far as they are this instance's. */
  watch(caches: WatchedCache[], settings: MonitorSettings): void {
    this.#caches = caches;
    this.#settings = settings;
    this.#reachedNodes = assistedNodes(caches, settings);
    this.#watch();
  }

  /** The states of what this instance watches, by entity reference. */
  ownStates(): Map<string, CacheState> {
    return this.#monitor.states();
  }

  /** The state of a cache, whoever watches it. */
  async stateOf(entityRef: string): Promise<CacheState | undefined> {
    return (
      this.#monitor.stateOf(entityRef) ??
      (await this.#remoteStates()).get(entityRef)
    );
  }

  /** The states of all caches, whoever watches them. */
  async states(): Promise<Map<string, CacheState>> {
    const remote = await this.#remoteStates();
    return new Map([...remote, ...this.#monitor.allStates()]);
  }

  /** Tells the other instances, if there are any, what this one knows. Never throws. */
  async share(now: number): Promise<void> {
    const { sharedStates, instance, held, others } = this.#holder;
    if (!sharedStates || others === 0) {
      return;
    }
    await this.#attempt(() =>
      sharedStates.write(instance, held, this.#monitor.states(), now),
    );
  }

  #watch(): void {
    const settings = this.#settings;
    if (settings) {
      this.#monitor.watch(
        this.#caches.filter(({ declaration }) =>
          this.#holder.holds(shardOf(declaration.entityRef)),
        ),
        settings,
        region => this.#holder.isReached(region),
      );
      this.#vantages.watch(this.#reachedNodes, this.#holder.vantages, settings);
    }
  }

  #remoteStates(): Promise<Map<string, CacheState>> {
    const { sharedStates, held, others } = this.#holder;
    if (!sharedStates || others === 0) {
      return Promise.resolve(new Map());
    }
    const now = performance.now();
    if (!this.#remote || now - this.#remote.at > REMOTE_VALID_MS) {
      const states = this.#attempt(() => sharedStates.read(held));
      this.#remote = {
        states: states.then(found => found ?? new Map()),
        at: now,
      };
    }
    return this.#remote.states;
  }

  async #attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      const result = await work();
      this.#failing = false;
      return result;
    } catch (error) {
      if (!this.#failing) {
        this.#logger.error(
          `Cannot exchange states of caches with other instances: ${toError(error).message}`,
        );
      }
      this.#failing = true;
      return undefined;
    }
  }
}
