import { LoggerService } from '@backstage/backend-plugin-api';
import { Observation } from 'backstage-plugin-dragonfly-common';
import { MonitorSettings } from '../config';
import { BestEffort, Database } from '../database';
import { AssistedNode } from './assistedNodes';
import { Assistant } from './Assistant';
import { keyOf } from './keyOf';
import { Relay } from './Relay';
import { Repeating } from './Repeating';
import { Reporter } from './Reporter';
import { Vantage, VantageReport } from './types';
import { VantageStore } from './VantageStore';

/** What is observed for this instance is read so often in an interval. */
const READS_PER_INTERVAL = 2;

/** Letters of an instance's id that tell it from the few others there are. */
const SHORT_ID = 8;

interface VantagesOptions {
  instance: string;
  database: Database;
  /** Undefined while there is no database. */
  store: () => VantageStore | undefined;
  /** Shards of which others may observe something for this instance; none when it reaches everything. */
  assistedShards: () => readonly number[];
  /** Told of what others observed for this instance, each observation once. */
  onObservation: (entityRef: string, observation: Observation) => void;
  logger: LoggerService;
}

/** What this instance observes for others, and what others observe for it. */
export class Vantages {
  readonly #options: VantagesOptions;
  readonly #exchange: BestEffort;
  readonly #assistant: Assistant;
  readonly #reporter: Reporter;
  readonly #relay: Relay;
  readonly #reading: Repeating;
  #settings: MonitorSettings | undefined;
  #stopped = false;

  static create(options: VantagesOptions): Vantages {
    return new Vantages(options);
  }

  private constructor(options: VantagesOptions) {
    this.#options = options;
    this.#exchange = BestEffort.create({
      ...options,
      failure: 'Cannot exchange observations with other instances',
    });
    this.#relay = Relay.create(options);
    this.#reporter = Reporter.create({
      write: reports => this.#write(reports),
      intervalMs: () => this.#intervalMs(),
    });
    this.#assistant = Assistant.create({
      onObservation: ({ vantage, entityRef }, observation) =>
        this.#reporter.add(vantage, entityRef, {
          ...observation,
          vantage: this.#name(),
        }),
      onGone: ({ vantage, entityRef }) =>
        this.#reporter.forget(vantage, entityRef),
    });
    this.#reading = Repeating.create({
      work: () => this.#read(),
      everyMs: () => this.#intervalMs() / READS_PER_INTERVAL,
    });
  }

  /**
   * Probes those of the nodes that belong to what this instance holds, and reads what others observed for it.
   *
   * @param held - vantages whose lease this instance has
   */
  watch(
    nodes: readonly AssistedNode[],
    held: readonly Vantage[],
    settings: MonitorSettings,
  ): void {
    if (this.#stopped) {
      return;
    }
    const keys = new Set(held.map(keyOf));
    this.#settings = settings;
    this.#assistant.probe(
      nodes.filter(({ vantage }) => keys.has(keyOf(vantage))),
      settings,
    );
    this.#reading.start();
  }

  /** Resolves when nothing runs any more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#reading.stop();
    await this.#assistant.stop();
    await this.#reporter.stop();
  }

  #intervalMs(): number {
    return this.#settings?.intervalMs ?? 0;
  }

  /** How this instance is named where its observations are shown. */
  #name(): string {
    return (
      this.#settings?.regions?.join(', ') ??
      this.#options.instance.slice(0, SHORT_ID)
    );
  }

  async #read(): Promise<void> {
    const shards = this.#options.assistedShards();
    const store = this.#options.store();
    if (store && shards.length > 0) {
      const reports = await this.#exchange.attempt(() => store.read(shards));
      if (reports) {
        this.#relay.pass(reports);
      }
    }
  }

  async #write(reports: readonly VantageReport[]): Promise<boolean> {
    const { instance, store } = this.#options;
    const written = await this.#exchange.attempt(async () => {
      await store()?.write(instance, reports);
      return true;
    });
    return written ?? false;
  }
}
