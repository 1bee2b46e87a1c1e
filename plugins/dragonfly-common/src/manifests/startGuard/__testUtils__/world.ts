import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CacheServer } from './cacheServer';
import { Certificates } from './certificates';
import { GuardOptions, GuardProcess } from './guardProcess';
import { Behaviour, listen } from './listener';
import { freePorts } from './ports';

/** What the tests' servers let in. */
export const PASSWORD = 'correct-horse';

const REGIONS = ['region1', 'region2', 'region3'] as const;
export type Region = (typeof REGIONS)[number];

/** A real server in a peer region. */
export interface ServingPeer {
  is: 'serving';
  /** `undefined` for a primary. */
  follows?: Region;
  password?: string;
  tls?: Certificates;
}

/** What a peer region does. */
export type Peer = ServingPeer | { is: Behaviour };

/** Three regions on this machine, with whatever runs in them; `close` ends all of it. */
export class World {
  static async create(): Promise<World> {
    const ports = await freePorts(REGIONS.length);
    return new World(ports, mkdtempSync(join(tmpdir(), 'start-guard-')));
  }

  readonly #ports: number[];
  readonly folder: string;
  readonly #running: { stop(): Promise<unknown> }[] = [];

  private constructor(ports: number[], folder: string) {
    this.#ports = ports;
    this.folder = folder;
  }

  portOf(region: Region): number {
    return this.#ports[REGIONS.indexOf(region)];
  }

  /** The list of nodes, as the ConfigMap has it. */
  get nodes(): string {
    return REGIONS.map(
      region => `${region} 127.0.0.1 ${this.portOf(region)}\n`,
    ).join('');
  }

  /** The role file of a region when the primary is declared to be in `primary`. */
  roleFile(region: Region, primary: Region): string {
    const follow =
      region === primary
        ? '# primary\n'
        : `# replica\n--replicaof=127.0.0.1:${this.portOf(primary)}\n`;
    return `${follow}--replica_announce_ip=${region}\n`;
  }

  /** Starts what runs in a region. */
  async start(region: Region, peer: Peer): Promise<void> {
    if (peer.is === 'serving') {
      const { follows } = peer;
      const primary = follows && `127.0.0.1:${this.portOf(follows)}`;
      await this.serve(region, primary, peer);
    } else {
      this.#running.push(await listen(this.portOf(region), peer.is));
    }
  }

  /** Starts a server in a region. */
  async serve(
    region: Region,
    replicaOf: string | undefined,
    {
      password = PASSWORD,
      tls,
    }: { password?: string; tls?: Certificates } = {},
  ): Promise<CacheServer> {
    const folder = join(this.folder, `server-${region}`);
    mkdirSync(folder, { recursive: true });
    const server = await CacheServer.start({
      port: this.portOf(region),
      password,
      folder,
      replicaOf,
      tls,
    });
    this.#running.push(server);
    return server;
  }

  /** Starts the guard of a region. */
  guard(
    region: Region,
    options: Partial<GuardOptions> & { roleFile: string },
  ): GuardProcess {
    const folder = join(this.folder, `guard-${region}`);
    mkdirSync(folder, { recursive: true });
    const guard = GuardProcess.start({
      folder,
      password: PASSWORD,
      nodes: this.nodes,
      serverPort: this.portOf(region),
      ...options,
    });
    this.#running.push(guard);
    return guard;
  }

  async close(): Promise<void> {
    for (const each of this.#running.reverse()) await each.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
