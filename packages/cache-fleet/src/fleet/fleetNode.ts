import { ConflictError } from '@backstage/errors';
import { mkdir, readFile } from 'node:fs/promises';
import { Redis } from 'ioredis';
import { TcpProxy } from '../network/tcpProxy';
import { FleetProcess, logFile } from '../processes/fleetProcess';
import { askServer } from '../servers/askServer';
import { InTurn } from '../servers/inTurn';
import { onFreePort } from '../servers/onFreePort';
import { shutDownWithData } from '../servers/shutDownWithData';
import { removeSnapshots } from '../servers/snapshots';
import { tlsOptions } from '../servers/tlsOptions';
import {
  Address,
  Credentials,
  NodeRecipe,
  Revision,
  TrustedAuthority,
} from '../servers/types';
import { ServerPod } from './serverPod';
import { FleetLog } from './types';

const STOP_GRACE_MS = 3_000;
const RESTART_IN_PLACE_MS = 30_000;

/** How {@link FleetNode.start} starts a node. */
export interface NodeStart {
  log: FleetLog;
  front?: boolean;
  /** Called before anything is started with the address that the server will have. */
  onAddress?: (address: Address) => void;
}

/** One server process of a cache, in one region. @public */
export class FleetNode {
  readonly #restarts = new InTurn();
  #pod: ServerPod;
  #next: NodeRecipe | undefined;

  /** Starts a node on a free port and waits until it answers. */
  static async start(
    region: string,
    recipe: NodeRecipe,
    options: NodeStart,
  ): Promise<FleetNode> {
    await mkdir(recipe.directory, { recursive: true, mode: 0o700 });
    return onFreePort(async address => {
      options.onAddress?.(address);
      const front = options.front ? await TcpProxy.listen(address) : undefined;
      const node = new FleetNode(region, recipe, address, front, options.log);
      await node.#start().catch(async error => {
        await node.close();
        throw error;
      });
      return node;
    });
  }

  private constructor(
    /** The node's region, which names it within its cache. */
    readonly region: string,
    recipe: NodeRecipe,
    /** The server itself. */
    readonly address: Address,
    /** The proxy for those who watch this node, when the cache was started with `fronts`. */
    readonly front: TcpProxy | undefined,
    private readonly log: FleetLog,
  ) {
    this.#pod = new ServerPod(recipe, address, region);
  }

  get host(): string {
    return this.address.host;
  }

  get port(): number {
    return this.address.port;
  }

  /** Where the portal should connect: the front proxy when there is one, else the server. */
  get portalAddress(): Address {
    return this.front?.address ?? this.address;
  }

  get credentials(): Credentials {
    return this.#recipe.credentials;
  }

  /** Who vouches for the server's certificate; absent when clients do not speak TLS to it. */
  get authority(): TrustedAuthority | undefined {
    return this.#recipe.authority;
  }

  /** What the server was started from last. */
  get revision(): Revision | undefined {
    return this.#recipe.revision;
  }

  get running(): boolean {
    return this.#pod.server?.running ?? false;
  }

  /** Whether the process is stopped by {@link FleetNode.freeze}. */
  get frozen(): boolean {
    return this.#pod.server?.frozen ?? false;
  }

  get pid(): number | undefined {
    return this.#pod.server?.pid;
  }

  /** Ends the server and all that surrounds it at once (SIGKILL), as a lost machine would. Nothing is saved. */
  async kill(): Promise<void> {
    this.log(`${this.region}: kill`);
    await this.#pod.kill();
  }

  /** Ends the server at once (SIGKILL) and leaves its pod, until {@link FleetNode.restartInPlace}. Nothing is saved. */
  async crash(): Promise<void> {
    this.log(`${this.region}: crash`);
    await this.#running('crash').kill();
  }

  /** Asks the server to end (SIGTERM); kills it when it does not within 3 s. Nothing is saved. */
  async stop(): Promise<void> {
    this.log(`${this.region}: stop`);
    await this.#pod.stop(STOP_GRACE_MS);
  }

  /** Hangs the server (SIGSTOP): connections stay open, nothing is answered. */
  freeze(): void {
    this.#running('freeze').freeze();
    this.log(`${this.region}: freeze`);
  }

  /** Lets a frozen server run again (SIGCONT). */
  resume(): void {
    this.#running('resume').resume();
    this.log(`${this.region}: resume`);
  }

  /**
   * Starts the server again in a new pod, with the same port and what it was last told, and waits until it answers. A
   * running server keeps its data through a snapshot, unless `empty`; one that was killed or stopped comes back empty, as
   * a cache without a volume does. What surrounds the server starts anew and before it.
   */
  restart(options: { empty?: boolean } = {}): Promise<void> {
    return this.#restarts.run(() => this.#restart(options));
  }

  /**
   * Starts the server again, empty, in the pod it has, as a cluster does when a container ended: directories that
   * containers share keep their files, and what runs beside the server is not told. Tries until the server starts.
   *
   * @throws ConflictError when there is no pod any more; what the last attempt failed with when the deadline passes
   */
  restartInPlace(options: { deadlineMs?: number } = {}): Promise<void> {
    return this.#restarts.run(async () => {
      if (!this.#pod.exists) {
        throw new ConflictError(
          `The pod in region "${this.region}" is gone, so nothing can start again in it; start a new one with restart.`,
        );
      }
      this.log(`${this.region}: restart in place`);
      await this.#pod.startServerAgain(
        options.deadlineMs ?? RESTART_IN_PLACE_MS,
      );
    });
  }

  /**
   * Says how to start the server from its next restart on; one that runs goes on. The files of its volumes change at
   * once.
   */
  async redefine(recipe: NodeRecipe): Promise<void> {
    this.#next = recipe;
    if (this.#pod.exists) {
      await recipe.pod?.bringVolumes({ empty: false });
    }
  }

  /** What the start guard said, line by line, over all pods of this node; nothing when it has none. */
  async guardLog(): Promise<string[]> {
    const { pod, directory } = this.#recipe;
    if (!pod?.guard) return [];
    const text = await readFile(logFile(directory, pod.guard), 'utf8');
    return text.split('\n').filter(Boolean);
  }

  /** A new connection as `default`, who may do everything. Close it with `disconnect()`. */
  client(): Redis {
    const client = new Redis({
      ...this.address,
      ...this.credentials.default,
      ...tlsOptions(this.authority),
      retryStrategy: attempt => Math.min(attempt * 50, 500),
    });
    // Without a listener ioredis writes every refused connection of a stopped server to the console.
    client.on('error', error => this.log(`${this.region}: ${error.message}`));
    return client;
  }

  /**
   * Asks the server something as `default`, over a connection of its own, within seconds.
   *
   * @throws what the server answers, or that it does not
   */
  ask<T>(question: (client: Redis) => Promise<T>): Promise<T> {
    const { address, authority, credentials } = this;
    return askServer(address, credentials.default, question, authority);
  }

  /** Ends the server and everything around it. */
  async close(): Promise<void> {
    await this.#pod.kill();
    await this.front?.close();
  }

  get #recipe(): NodeRecipe {
    return this.#pod.recipe;
  }

  #running(action: string): FleetProcess {
    const { server } = this.#pod;
    if (!server?.running) {
      throw new ConflictError(
        `The node in region "${this.region}" does not run, so it cannot ${action}; start it with restart.`,
      );
    }
    return server;
  }

  async #restart(options: { empty?: boolean }): Promise<void> {
    const keepsData = this.running && !this.frozen && !options.empty;
    this.log(
      `${this.region}: restart ${keepsData ? 'with its data' : 'empty'}`,
    );
    if (keepsData) {
      await shutDownWithData(this.#running('restart'), question =>
        this.ask(question),
      );
    }
    await this.#pod.kill();
    if (!keepsData) {
      await removeSnapshots(this.#recipe.directory);
    }
    const recipe = this.#next ?? this.#recipe;
    this.#next = undefined;
    this.#pod = new ServerPod(recipe, this.address, this.region);
    await this.#start();
  }

  async #start(): Promise<void> {
    await this.#pod.start();
    const { flavour, version } = this.#recipe.server;
    this.log(
      `${this.region}: ${flavour} ${version} answers on port ${this.port}`,
    );
  }
}
