import { ConflictError, NotFoundError } from '@backstage/errors';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { readManifests } from '../apply';
import { findCacheServer } from '../servers/findCacheServer';
import { InTurn } from '../servers/inTurn';
import { ProcessGuard } from '../processes/processGuard';
import { CacheServer } from '../servers/types';
import { AppliedManifests, ApplyResult } from './appliedManifests';
import { checkRequest } from './checkRequest';
import { AppliedSecrets } from './appliedSecrets';
import { FleetCache } from './fleetCache';
import { fleetConfig } from './fleetConfig';
import { ConfigFile } from './configFile';
import { startRequested } from './startRequested';
import {
  ApplyOptions,
  CacheRequest,
  FleetOptions,
  StartContext,
} from './types';

const GUARD_DEADLINE_SECONDS = 2;

/**
 * Real cache servers on this machine, with a network between their regions that can be broken. However this process
 * ends, its servers end with it.
 *
 * @public
 */
export class Fleet {
  readonly #caches = new Map<string, FleetCache>();
  /** Names of the caches that are being started. */
  readonly #starting = new Set<string>();
  /** Of the caches that were started from manifests. */
  readonly #secrets = new Map<string, AppliedSecrets>();
  /** Applying looks at what runs before it starts more: two at once would start everything twice. */
  readonly #changes = new InTurn();
  readonly #configFiles = new Map<string, ConfigFile>();

  /** Finds the server to use and prepares a place for its files. Starts nothing yet. */
  static async create(options: FleetOptions = {}): Promise<Fleet> {
    const server = options.server ?? (await findCacheServer());
    if (options.directory) {
      await mkdir(options.directory, { recursive: true, mode: 0o700 });
      return new Fleet(server, options.directory, options);
    }
    const directory = await mkdtemp(join(tmpdir(), 'cache-fleet-'));
    const guard = ProcessGuard.watch({ directory });
    return new Fleet(server, directory, options, guard);
  }

  private constructor(
    /** The server every node of this fleet runs. */
    readonly server: CacheServer,
    /** Where the servers keep their files. */
    readonly directory: string,
    private readonly options: FleetOptions,
    private readonly directoryGuard?: ProcessGuard,
  ) {}

  /** In the order they were started. */
  get caches(): FleetCache[] {
    return [...this.#caches.values()];
  }

  /**
   * A running cache by its name.
   *
   * @throws Error when there is none
   */
  cache(name: string): FleetCache {
    const cache = this.#caches.get(name);
    if (!cache) {
      throw new NotFoundError(
        `The fleet has no cache "${name}"; it has ${[...this.#caches.keys()].join(', ') || 'none'}.`,
      );
    }
    return cache;
  }

  /** Starts a cache and waits until its replicas are in sync. */
  async startCache(request: CacheRequest): Promise<FleetCache> {
    checkRequest(request);
    const { cache } = await this.#claim(request.name, async context => ({
      cache: await startRequested(request, context),
    }));
    return cache;
  }

  /**
   * Starts the servers that generated manifests describe, or brings those that run to what the manifests say now.
   * Applying the same manifests again changes nothing.
   *
   * @param folder - has `base/`, and one folder below `overlays/` for each region
   * @throws Error when the manifests do not describe one cache, or kustomize cannot render them
   */
  apply(folder: string, options: ApplyOptions = {}): Promise<ApplyResult> {
    return this.#changes.run(() => this.#apply(folder, options));
  }

  /** Ends one cache and forgets it. */
  async stopCache(name: string): Promise<void> {
    await this.cache(name).stop();
    this.#caches.delete(name);
    this.#secrets.delete(name);
  }

  /**
   * Writes where the caches are, and the monitor's logins, as a configuration file for the portal. The file is
   * replaced in one step, so that a portal that watches it never reads a half.
   */
  writeConfig(path: string): Promise<void> {
    const file = this.#configFiles.get(path) ?? new ConfigFile(path);
    this.#configFiles.set(path, file);
    return file.write(stringify(fleetConfig(this.caches)));
  }

  /** Ends every server and removes what the fleet wrote. */
  async stop(): Promise<void> {
    await Promise.all(this.caches.map(cache => cache.stop()));
    this.#caches.clear();
    if (this.directoryGuard) {
      await rm(this.directory, { recursive: true, force: true });
      this.directoryGuard.dismiss();
    }
  }

  async #apply(folder: string, options: ApplyOptions): Promise<ApplyResult> {
    const manifests = await readManifests(folder);
    const { name } = manifests;
    checkRequest({
      name,
      topology: 'independent',
      regions: manifests.regions.map(({ region }) => region),
    });
    const existing = this.#caches.get(name);
    const kept = this.#secrets.get(name);
    if (existing && !kept) {
      throw this.#nameTaken(name);
    }
    const known = kept ?? new AppliedSecrets(join(this.directory, name));
    const secrets = await known.complete(manifests.regions, options.secrets);
    const result = existing
      ? await new AppliedManifests(
          manifests,
          secrets,
          this.#context(name),
        ).update(existing)
      : await this.#claim(name, context =>
          new AppliedManifests(manifests, secrets, context).start(),
        );
    this.#secrets.set(name, known);
    return result;
  }

  #context(name: string): StartContext {
    return {
      server: this.server,
      directory: this.directory,
      log: line => this.options.log?.(`${name}: ${line}`),
      guardDeadlineSeconds:
        this.options.guardDeadlineSeconds ?? GUARD_DEADLINE_SECONDS,
    };
  }

  /** Starts a cache under a name that nobody else has, and takes it in once its replicas are in sync. */
  async #claim<T extends { cache: FleetCache }>(
    name: string,
    start: (context: StartContext) => Promise<T>,
  ): Promise<T> {
    if (this.#caches.has(name) || this.#starting.has(name)) {
      throw this.#nameTaken(name);
    }
    this.#starting.add(name);
    try {
      const started = await start(this.#context(name));
      await started.cache.waitUntilInSync().catch(async error => {
        await started.cache.stop();
        throw error;
      });
      this.#caches.set(name, started.cache);
      return started;
    } finally {
      this.#starting.delete(name);
    }
  }

  #nameTaken(name: string): Error {
    return new ConflictError(
      `The fleet already has a cache "${name}"; stop it first or choose another name.`,
    );
  }
}
