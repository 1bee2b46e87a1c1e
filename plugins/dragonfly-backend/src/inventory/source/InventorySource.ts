import { LoggerService, UrlReaderService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { InventorySourceState } from 'backstage-plugin-dragonfly-common';
import { SettingsStore, SourceLocation } from '../../config';
import { withinTime } from '../../waiting';
import { describeProblem } from './describeProblem';
import { DocumentInForce } from './DocumentInForce';
import { readSource, SourceReading } from './readSource';
import { KeptEntries, settleSource } from './settleSource';
import { SourceInventory } from './types';

const READ_TIMEOUT_MS = 10_000;

export interface InventorySourceOptions {
  settings: SettingsStore;
  urlReader: UrlReaderService;
  logger: LoggerService;
  /** How long a reading may take. */
  timeoutMs?: number;
}

const nothing = (): SourceInventory => ({
  caches: new Map(),
  profiles: new Map(),
  problems: { caches: new Map(), profiles: new Map() },
});

/** The document beside app-config that says where caches are: the last one that could be read, followed without a restart. */
export class InventorySource {
  readonly #options: InventorySourceOptions;
  readonly #document: DocumentInForce;
  readonly #listeners = new Set<() => void>();
  #location: SourceLocation | undefined;
  #version: string | undefined;
  #kept: KeptEntries = { caches: new Map(), profiles: new Map() };
  #inventory = nothing();
  #unreadable = false;
  #logged = '';
  #reading: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #running = false;

  static create(options: InventorySourceOptions): InventorySource {
    const source = new InventorySource(options);
    options.settings.onChange(() => source.#follow());
    return source;
  }

  private constructor(options: InventorySourceOptions) {
    this.#options = options;
    this.#document = new DocumentInForce(options.logger);
    this.#location = options.settings.current.inventorySource?.location;
  }

  /** What it contributes to the settings in force. */
  get inventory(): SourceInventory {
    return this.#inventory;
  }

  /** What everybody may know of it; undefined where app-config names none. */
  get state(): InventorySourceState | undefined {
    if (!this.#location) {
      return undefined;
    }
    const { caches, profiles } = this.#inventory.problems;
    return {
      revision: this.#document.revision,
      readAt: this.#document.readAt,
      problem: describeProblem({
        unreadable: this.#unreadable,
        refusal: this.#document.refusal,
        badEntries: caches.size + profiles.size,
        readAt: this.#document.readAt,
      }),
    };
  }

  /** Called when what it contributes may have changed. */
  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** Reads it now and from then on at its interval. Resolves after the first reading, at most ten seconds later. */
  async start(): Promise<void> {
    this.#running = true;
    await this.#turn();
  }

  /** Resolves when nothing runs any more. */
  async stop(): Promise<void> {
    this.#running = false;
    clearTimeout(this.#timer);
    this.#listeners.clear();
    await this.#reading;
  }

  /** Reads it again. Never throws: what is wrong is logged and shown, and what was in force stays in force. */
  refresh(): Promise<void> {
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #turn(): Promise<void> {
    clearTimeout(this.#timer);
    await this.refresh();
    const { inventorySource } = this.#options.settings.current;
    if (this.#running && inventorySource) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#turn(), inventorySource.refreshMs);
    }
  }

  async #read(): Promise<void> {
    const location = this.#location;
    if (!location) {
      return;
    }
    const { urlReader, timeoutMs = READ_TIMEOUT_MS } = this.#options;
    let reading: SourceReading;
    try {
      reading = await withinTime(timeoutMs, signal =>
        readSource({ location, version: this.#version, urlReader, signal }),
      );
    } catch (error) {
      if (location === this.#location) {
        this.#failed(toError(error));
      }
      return;
    }
    if (location !== this.#location) {
      return;
    }
    this.#unreadable = false;
    if (reading.kind === 'unchanged') {
      this.#document.confirm();
      return;
    }
    this.#version = reading.version;
    if (this.#document.consider(reading.text)) {
      this.#settle();
      this.#listeners.forEach(listener => listener());
    }
  }

  #failed(error: Error): void {
    if (!this.#unreadable) {
      // Not the message of a reader of URLs: it repeats the address, which may hold a token.
      const reason =
        this.#location?.kind === 'url' ? error.name : error.message;
      this.#options.logger.warn(
        `Failed to read dragonfly.inventory.source, ${this.#document.fallback}: ${reason}`,
      );
    }
    this.#unreadable = true;
  }

  /** Settings may name another source, and have other regions and credentials. */
  #follow(): void {
    const { inventorySource } = this.#options.settings.current;
    const isSame =
      JSON.stringify(inventorySource?.location) ===
      JSON.stringify(this.#location);
    if (!isSame) {
      this.#location = inventorySource?.location;
      this.#version = undefined;
      this.#unreadable = false;
      this.#document.expectAnother();
    }
    if (!inventorySource) {
      this.#document.forget();
      this.#kept = { caches: new Map(), profiles: new Map() };
    }
    this.#settle();
    if (this.#running && !isSame) {
      // A reading of the other place may still run; it is not shared.
      const before = this.#reading ?? Promise.resolve();
      before.then(() => (this.#running ? this.#turn() : undefined));
    }
  }

  #settle(): void {
    const { document, readAt } = this.#document;
    if (!document || !readAt) {
      this.#inventory = nothing();
      return;
    }
    const { inventory, kept } = settleSource(
      document,
      this.#kept,
      this.#options.settings.current,
      readAt,
    );
    this.#inventory = inventory;
    this.#kept = kept;
    const { caches, profiles } = inventory.problems;
    const problems = [...caches.values(), ...profiles.values()].join('\n');
    if (problems && problems !== this.#logged) {
      this.#options.logger.warn(
        `Entries of the inventory source cannot be used:\n${problems}`,
      );
    }
    this.#logged = problems;
  }
}
