import { ConflictError } from '@backstage/errors';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis, ReplyError } from 'ioredis';
import { TcpProxy } from '../network/tcpProxy';
import { askServer } from '../servers/askServer';
import { freePort } from '../servers/freePort';
import { InTurn } from '../servers/inTurn';
import { launchServer } from '../servers/launchServer';
import { SNAPSHOT_NAME } from '../servers/nodeSettings';
import { ServerProcess } from '../servers/serverProcess';
import { Address, Credentials, NodeRecipe, Revision } from '../servers/types';
import { FleetLog } from './types';

const HOST = '127.0.0.1';
const STOP_GRACE_MS = 3_000;
// Saving takes as long as the data is large.
const SAVE_GRACE_MS = 60_000;
const PORT_ATTEMPTS = 5;

async function removeSnapshots(directory: string): Promise<void> {
  // Dragonfly saves one file for each thread, and a summary.
  const files = (await readdir(directory)).filter(file =>
    file.startsWith(SNAPSHOT_NAME),
  );
  await Promise.all(files.map(file => rm(join(directory, file))));
}

/** One server process of a cache, in one region. @public */
export class FleetNode {
  readonly host = HOST;
  #port: number;
  #process: ServerProcess | undefined;
  #next: NodeRecipe | undefined;
  readonly #restarts = new InTurn();

  /** Starts a node on a free port and waits until it answers. */
  static async start(
    region: string,
    recipe: NodeRecipe,
    options: { log: FleetLog; front?: boolean },
  ): Promise<FleetNode> {
    await mkdir(recipe.directory, { recursive: true, mode: 0o700 });
    for (let attempt = 1; ; attempt++) {
      const port = await freePort();
      const front = options.front
        ? await TcpProxy.listen({ host: HOST, port })
        : undefined;
      const node = new FleetNode(region, recipe, port, front, options.log);
      try {
        await node.#launch();
        return node;
      } catch (error) {
        await node.close();
        // Somebody else may have taken the port since it was found free; the server says so in words of its own.
        if (
          attempt === PORT_ATTEMPTS ||
          !/address already in use/i.test(String(error))
        ) {
          throw error;
        }
      }
    }
  }

  private constructor(
    /** The node's region, which names it within its cache. */
    readonly region: string,
    private recipe: NodeRecipe,
    port: number,
    /** The proxy for those who watch this node, when the cache was started with `fronts`. */
    readonly front: TcpProxy | undefined,
    private readonly log: FleetLog,
  ) {
    this.#port = port;
  }

  get port(): number {
    return this.#port;
  }

  /** The server itself. */
  get address(): Address {
    return { host: this.host, port: this.port };
  }

  /** Where the portal should connect: the front proxy when there is one, else the server. */
  get portalAddress(): Address {
    return this.front?.address ?? this.address;
  }

  get credentials(): Credentials {
    return this.recipe.credentials;
  }

  /** What the server was started from last. */
  get revision(): Revision | undefined {
    return this.recipe.revision;
  }

  get running(): boolean {
    return this.#process?.running ?? false;
  }

  /** Whether the process is stopped by {@link FleetNode.freeze}. */
  get frozen(): boolean {
    return this.#process?.frozen ?? false;
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** Ends the server at once (SIGKILL), as a lost machine would. Nothing is saved. */
  async kill(): Promise<void> {
    this.log(`${this.region}: kill`);
    await this.#process?.kill();
  }

  /** Asks the server to end (SIGTERM); kills it when it does not within 3 s. Nothing is saved. */
  async stop(): Promise<void> {
    this.log(`${this.region}: stop`);
    await this.#process?.stop(STOP_GRACE_MS);
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
   * Starts the server again, with the same port, configuration and role it was first started with, and waits until it
   * answers. A running server keeps its data through a snapshot, unless `empty`; one that was killed or stopped comes
   * back empty, as a cache without a volume does.
   */
  restart(options: { empty?: boolean } = {}): Promise<void> {
    return this.#restarts.run(() => this.#restart(options));
  }

  /** Says how to start the server from its next restart on; one that runs is not touched. */
  redefine(recipe: NodeRecipe): void {
    this.#next = recipe;
  }

  /** A new connection as `default`, who may do everything. Close it with `disconnect()`. */
  client(): Redis {
    const client = new Redis({
      ...this.address,
      ...this.credentials.default,
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
    return askServer(this.address, this.credentials.default, question);
  }

  /** Ends the server and everything around it. */
  async close(): Promise<void> {
    await this.#process?.kill();
    await this.front?.close();
  }

  #running(action: string): ServerProcess {
    if (!this.#process?.running) {
      throw new ConflictError(
        `The node in region "${this.region}" does not run, so it cannot ${action}; start it with restart.`,
      );
    }
    return this.#process;
  }

  async #restart(options: { empty?: boolean }): Promise<void> {
    const keepsData = this.running && !this.frozen && !options.empty;
    this.log(
      `${this.region}: restart ${keepsData ? 'with its data' : 'empty'}`,
    );
    if (keepsData) {
      await this.#shutdownWithSnapshot();
    } else {
      await this.#process?.kill();
      await removeSnapshots(this.recipe.directory);
    }
    await this.#launch();
  }

  async #launch(): Promise<void> {
    this.recipe = this.#next ?? this.recipe;
    this.#next = undefined;
    this.#process = await launchServer(
      this.recipe,
      this.address,
      `in region "${this.region}"`,
    );
    const { flavour, version } = this.recipe.server;
    this.log(
      `${this.region}: ${flavour} ${version} answers on port ${this.port}`,
    );
  }

  async #shutdownWithSnapshot(): Promise<void> {
    const running = this.#running('restart');
    // The answer to a successful SHUTDOWN is the end of the connection.
    await this.ask(client => client.call('SHUTDOWN', 'SAVE')).catch(error => {
      if (error instanceof ReplyError) {
        throw error;
      }
    });
    await running.stop(SAVE_GRACE_MS);
  }
}
