import { LoggerService } from '@backstage/backend-plugin-api';
import { CacheState } from 'backstage-plugin-dragonfly-common';
import { MonitorSettings } from '../config';
import { Database } from '../database';
import { WatchedCache } from '../inventory';
import { Monitor } from '../monitor';
import { AssistedNode, assistedNodes, Vantages, vantagesOf } from '../vantage';
import { Slices } from '../waiting';
import { RemoteStates } from './RemoteStates';
import { ShardHolder } from './ShardHolder';
import { shardOf } from './shardOf';

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
  readonly #holder: ShardHolder;
  readonly #remote: RemoteStates;
  readonly #vantages: Vantages;
  #caches: WatchedCache[] = [];
  #reachedNodes: AssistedNode[] = [];
  #settings: MonitorSettings | undefined;

  static create(options: FleetMonitorOptions): FleetMonitor {
    return new FleetMonitor(options);
  }

  private constructor(options: FleetMonitorOptions) {
    this.#monitor = options.monitor;
    const regions = options.regions ?? (() => undefined);
    this.#holder = ShardHolder.create({
      ...options,
      regions,
      candidates: () => vantagesOf(this.#reachedNodes),
      onHeld: () => this.#watch(),
    });
    this.#remote = RemoteStates.create({
      ...options,
      store: () =>
        this.#holder.others > 0 ? this.#holder.sharedStates : undefined,
      held: () => this.#holder.held,
      intervalMs: () => this.#settings?.intervalMs ?? 0,
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
  ownStates(): Promise<Map<string, CacheState>> {
    return this.#monitor.states();
  }

  /** The state of a cache, whoever watches it. */
  async stateOf(entityRef: string): Promise<CacheState | undefined> {
    const [state] = await this.statesOf([entityRef]);
    return state;
  }

  /** The states of some caches, whoever watches them, in their order; without those that nobody watches. */
  async statesOf(entityRefs: readonly string[]): Promise<CacheState[]> {
    const own = new Map<string, CacheState>();
    const slices = Slices.create();
    for (const entityRef of entityRefs) {
      const state = this.#monitor.stateOf(entityRef);
      if (state) own.set(entityRef, state);
      await slices.next();
    }
    const others = entityRefs.filter(entityRef => !own.has(entityRef));
    const remote =
      others.length > 0 ? await this.#remote.of(others) : undefined;
    return entityRefs.flatMap(
      entityRef => own.get(entityRef) ?? remote?.get(entityRef) ?? [],
    );
  }

  /** Tells the other instances, if there are any, what this one knows. Never throws. */
  async share(
    states: ReadonlyMap<string, CacheState>,
    now: number,
  ): Promise<void> {
    await this.#remote.share(this.#holder.instance, states, now);
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
}
