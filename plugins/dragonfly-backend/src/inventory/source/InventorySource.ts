import { createHash } from 'node:crypto';
import { LoggerService, UrlReaderService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { InventorySourceState } from 'backstage-plugin-dragonfly-common';
import { SettingsStore, SourceLocation } from '../../config';
import { describeProblem } from './describeProblem';
import { parseInventorySource } from './parseInventorySource';
import { readSource, SourceReading } from './readSource';
import { KeptEntries, settleSource } from './settleSource';
import { ParsedDocument, SourceInventory } from './types';

const READ_TIMEOUT_MS = 10_000;

export interface InventorySourceOptions {
  settings: SettingsStore;
  urlReader: UrlReaderService;
  logger: LoggerService;
}

interface InForce {
  document: ParsedDocument;
  revision: string;
  readAt: string;
}

const nothing = (): SourceInventory => ({
  caches: new Map(),
  profiles: new Map(),
  problems: { caches: new Map(), profiles: new Map() },
});

/** The document beside app-config that says where caches are: the last one that could be read, followed without a restart. */
export class InventorySource {
  readonly #options: InventorySourceOptions;
  readonly #listeners = new Set<() => void>();
  #location: SourceLocation | undefined;
  #version: string | undefined;
  #lastRevision: string | undefined;
  #inForce: InForce | undefined;
  #kept: KeptEntries = { caches: new Map(), profiles: new Map() };
  #inventory = nothing();
  #unreadable = false;
  #refusal: string | undefined;
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
      revision: this.#inForce?.revision,
      readAt: this.#inForce?.readAt,
      problem: describeProblem({
        unreadable: this.#unreadable,
        refusal: this.#refusal,
        badEntries: caches.size + profiles.size,
        readAt: this.#inForce?.readAt,
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
    let reading: SourceReading;
    try {
      reading = await withinTime(signal =>
        readSource({
          location,
          version: this.#version,
          urlReader: this.#options.urlReader,
          signal,
        }),
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
    if (reading.kind === 'read') {
      this.#version = reading.version;
      this.#consider(reading.text);
    } else if (this.#inForce && !this.#refusal) {
      this.#inForce.readAt = new Date().toISOString();
    }
  }

  #failed(error: Error): void {
    if (!this.#unreadable) {
      const { logger } = this.#options;
      // Not the message of a reader of URLs: it repeats the address, which may hold a token.
      const reason =
        this.#location?.kind === 'url' ? error.name : error.message;
      logger.warn(
        `Failed to read dragonfly.inventory.source, ${this.#inForce ? `kept the document of ${this.#inForce.readAt}` : 'there is no document yet'}: ${reason}`,
      );
    }
    this.#unreadable = true;
  }

  #consider(text: string): void {
    const revision = `sha256:${createHash('sha256').update(text).digest('hex')}`;
    const readAt = new Date().toISOString();
    if (revision === this.#lastRevision) {
      if (this.#inForce && !this.#refusal) {
        this.#inForce.readAt = readAt;
      }
      return;
    }
    this.#lastRevision = revision;
    const { logger } = this.#options;
    const parsed = parseInventorySource(text);
    if (!parsed.ok) {
      this.#refusal = parsed.reason;
      logger.warn(
        `Refused the inventory source, ${this.#inForce ? `kept the document of ${this.#inForce.readAt}` : 'there is no document yet'}: ${parsed.reason}`,
        { revision },
      );
      return;
    }
    this.#refusal = undefined;
    this.#inForce = { document: parsed.document, revision, readAt };
    logger.info('An inventory source came into force', { revision });
    this.#settle();
    this.#listeners.forEach(listener => listener());
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
      this.#lastRevision = undefined;
      this.#unreadable = false;
      this.#refusal = undefined;
    }
    if (!inventorySource) {
      this.#inForce = undefined;
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
    if (!this.#inForce) {
      this.#inventory = nothing();
      return;
    }
    const { document, readAt } = this.#inForce;
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

/** Gives up after a while, whether or not the reader heeds the signal. */
async function withinTime<T>(
  read: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new Error(`no answer within ${READ_TIMEOUT_MS} ms`);
      reject(error);
      controller.abort(error);
    }, READ_TIMEOUT_MS);
  });
  try {
    return await Promise.race([read(controller.signal), timeout]);
  } finally {
    clearTimeout(timer);
  }
}
