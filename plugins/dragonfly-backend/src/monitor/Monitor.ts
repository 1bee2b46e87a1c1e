import { LoggerService } from '@backstage/backend-plugin-api';
import {
  CacheState,
  Observation,
  suspectIsolation,
} from 'backstage-plugin-dragonfly-common';
import { MonitorSettings } from '../config';
import { fingerprintOf, NodeTarget, WatchedCache } from '../inventory';
import { CacheHeartbeat, ConnectionSlots, NodeProbe } from '../probe';
import { Slices } from '../waiting';
import { CacheWatch } from './CacheWatch';
import { NodeWatcher } from './NodeWatcher';
import { Turns } from './Turns';

/** Enough for a region of 300 caches to be back within seconds; few enough to be no flood of handshakes. */
const CONNECTIONS_OPENED_AT_ONCE = 64;

/** A region that vanishes makes hundreds of failures a second; one look at all of them says what there is to see. */
const LOOK_AT_FLEET_EVERY_MS = 250;

interface WatchedNode {
  fingerprint: string;
  watcher: NodeWatcher;
}

interface Entry {
  watch: CacheWatch;
  name: string;
  nodes: Map<string, WatchedNode>;
  /** Absent when the portal writes no keys. */
  heartbeat?: CacheHeartbeat;
}

/** Watches every node of every cache it is given, and says at any time what is known of a cache. */
export class Monitor {
  readonly #logger: LoggerService;
  readonly #onObservation: ((observation: Observation) => void) | undefined;
  readonly #slots = new ConnectionSlots(CONNECTIONS_OPENED_AT_ONCE);
  readonly #turns = new Turns();
  readonly #entries = new Map<string, Entry>();
  readonly #stopping = new Set<Promise<void>>();
  #isolated = false;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #stopped = false;

  /** @param options - `onObservation` is told of every probe */
  static create(options: {
    logger: LoggerService;
    onObservation?: (observation: Observation) => void;
  }): Monitor {
    return new Monitor(options.logger, options.onObservation);
  }

  private constructor(
    logger: LoggerService,
    onObservation?: (observation: Observation) => void,
  ) {
    this.#logger = logger;
    this.#onObservation = onObservation;
  }

  /**
   * Watches these caches from now on, and no others. A node whose place, credentials and rhythm did not change keeps its
   * connection and its observations. After `stop` nothing is watched any more.
   *
   * @param isReachedByOthers - whether another instance can reach a region: its node is then observed there, see `relay`
   */
  watch(
    caches: WatchedCache[],
    settings: MonitorSettings,
    isReachedByOthers: (region: string) => boolean = () => false,
  ): void {
    if (this.#stopped) {
      return;
    }
    const wanted = new Map(
      caches.map(cache => [cache.declaration.entityRef, cache]),
    );
    for (const [entityRef, entry] of this.#entries) {
      // Under another name it is another cache: nothing observed before says anything about it.
      if (wanted.get(entityRef)?.declaration.name !== entry.name) {
        this.#entries.delete(entityRef);
        entry.nodes.forEach(({ watcher }) => this.#stop(watcher));
      }
    }
    for (const cache of caches) {
      this.#watchCache(cache, settings, isReachedByOthers);
    }
  }

  /** Takes what another instance observed of a node that this one does not probe itself, as if it had. */
  relay(entityRef: string, observation: Observation): void {
    const entry = this.#entries.get(entityRef);
    if (entry && !entry.nodes.has(observation.region)) {
      entry.watch.observe(observation);
      entry.watch.report();
      this.#onObservation?.(observation);
    }
  }

  /** The state of a cache by the full reference of its entity; undefined for one that is not watched. */
  stateOf(entityRef: string): CacheState | undefined {
    return this.#entries.get(entityRef)?.watch.state();
  }

  /** The states of all caches that are watched and have been looked at, by the full reference of their entity; in slices. */
  async states(): Promise<Map<string, CacheState>> {
    const states = new Map<string, CacheState>();
    const slices = Slices.create();
    for (const [entityRef, { watch }] of this.#entries) {
      if (!watch.isWarmingUp) {
        states.set(entityRef, watch.state());
      }
      await slices.next();
    }
    return states;
  }

  /** Ends every connection. Resolves when nothing runs any more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const { nodes } of this.#entries.values()) {
      nodes.forEach(({ watcher }) => this.#stop(watcher));
    }
    this.#entries.clear();
    await Promise.all(this.#stopping);
  }

  #watchCache(
    cache: WatchedCache,
    settings: MonitorSettings,
    isReachedByOthers: (region: string) => boolean,
  ): void {
    const { declaration } = cache;
    const isReachable = (region: string) =>
      settings.regions?.includes(region) ?? true;
    const targets = new Map(
      [...cache.targets].filter(([region]) => isReachable(region)),
    );
    const entry = this.#entryOf(cache, settings);
    const unreachable = declaration.nodes
      .map(({ region }) => region)
      .filter(region => !isReachable(region) && !isReachedByOthers(region));
    entry.watch.declare(declaration, settings.intervalMs, unreachable);
    unreachable.forEach(region => entry.watch.forget(region));
    this.#keepHeartbeat(entry, settings);
    for (const [region, node] of entry.nodes) {
      const target = targets.get(region);
      if (!target || node.fingerprint !== fingerprint(target, settings)) {
        this.#stop(node.watcher);
        entry.nodes.delete(region);
        entry.watch.forget(region);
      }
    }
    for (const [region, target] of targets) {
      if (!entry.nodes.has(region)) {
        entry.nodes.set(region, {
          fingerprint: fingerprint(target, settings),
          watcher: this.#startWatcher(entry, region, target, settings),
        });
      }
    }
  }

  #entryOf(
    { declaration }: WatchedCache,
    { intervalMs }: MonitorSettings,
  ): Entry {
    const known = this.#entries.get(declaration.entityRef);
    const entry = known ?? {
      watch: CacheWatch.create({
        declaration,
        intervalMs,
        logger: this.#logger,
      }),
      name: declaration.name,
      nodes: new Map(),
    };
    this.#entries.set(declaration.entityRef, entry);
    return entry;
  }

  /** The nodes that use another heartbeat are started anew, because the rhythm is part of their fingerprint. */
  #keepHeartbeat(entry: Entry, { lag }: MonitorSettings): void {
    const intervalMs = lag.heartbeatIntervalMs;
    if (entry.heartbeat?.intervalMs !== intervalMs) {
      entry.heartbeat =
        intervalMs === undefined
          ? undefined
          : CacheHeartbeat.create({
              intervalMs,
              mayWrite: region => entry.watch.isOnlyPrimary(region),
            });
    }
  }

  #startWatcher(
    { watch, heartbeat }: Entry,
    region: string,
    target: NodeTarget,
    { intervalMs, timeoutMs, lag }: MonitorSettings,
  ): NodeWatcher {
    return NodeWatcher.start({
      probe: NodeProbe.create({
        region,
        target,
        timeoutMs,
        slots: this.#slots,
        positions: lag.positions,
        heartbeat,
      }),
      intervalMs,
      turns: this.#turns,
      onObservation: observation => {
        watch.observe(observation);
        if (observation.outcome === 'failed' || this.#isolated) {
          this.#lookAtFleet();
        }
        watch.report();
        this.#onObservation?.(observation);
      },
    });
  }

  /** Looks whether everything fell silent at once, which is the portal's own fault more likely than everybody's. */
  #lookAtFleet(): void {
    const now = performance.now();
    if (now - this.#lookedAt < LOOK_AT_FLEET_EVERY_MS) {
      return;
    }
    this.#lookedAt = now;
    const watches = [...this.#entries.values()].map(({ watch }) => watch);
    const isolation = suspectIsolation(
      watches.flatMap(watch => watch.glances()),
    );
    if (Boolean(isolation) !== this.#isolated) {
      this.#isolated = Boolean(isolation);
      this.#logger.warn(
        isolation
          ? `None of the ${isolation.nodes} servers that answered before does now; the portal suspects its own network`
          : 'Servers answer again; the portal no longer suspects its own network',
      );
    }
    watches.forEach(watch => watch.suspect(isolation));
  }

  #stop(watcher: NodeWatcher): void {
    const stopping = watcher.stop().finally(() => {
      this.#stopping.delete(stopping);
    });
    this.#stopping.add(stopping);
  }
}

function fingerprint(target: NodeTarget, settings: MonitorSettings): string {
  return [
    fingerprintOf(target),
    settings.intervalMs,
    settings.timeoutMs,
    settings.lag.positions,
    settings.lag.heartbeatIntervalMs,
  ].join();
}
