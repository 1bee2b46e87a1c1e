import { createServer, Server, Socket } from 'node:net';
import { listen, listenOnFreePort } from '../servers/listen';
import { Address, Credentials } from '../servers/types';
import { AnswerBook } from './answerBook';
import { RecordedNode } from './recordedNode';
import { ReplayClock } from './replayClock';
import { ReplayConnection } from './replayConnection';
import { Session } from './session';
import { PortKind } from './types';

interface Listener {
  port: PortKind;
  address: Address;
  server: Server;
}

/** Where a replayed node's answers come from. */
export interface ReplayNodeParts {
  node: RecordedNode;
  book: AnswerBook;
  clock: ReplayClock;
  credentials: Credentials;
}

/** One server of a recording, on a port of this machine. @public */
export class ReplayNode {
  readonly #parts: ReplayNodeParts;
  readonly #listeners: Listener[];
  readonly #sockets = new Set<Socket>();
  #connections = 0;
  #closed = false;
  #cancelWake: () => void = () => {};
  #following: Promise<void> = Promise.resolve();

  /** Starts to listen, if the recorded process ran at the clock's time. */
  static async start(parts: ReplayNodeParts): Promise<ReplayNode> {
    const listeners: Listener[] = [];
    for (const port of parts.node.ports) {
      const server = createServer();
      const address = await listenOnFreePort(server);
      listeners.push({ port, address, server });
    }
    const node = new ReplayNode(parts, listeners);
    await node.follow();
    return node;
  }

  private constructor(parts: ReplayNodeParts, listeners: Listener[]) {
    this.#parts = parts;
    this.#listeners = listeners;
    for (const { server, port } of listeners) {
      server.on('connection', socket => this.#accept(socket, port));
    }
  }

  /** As in the recording: `primary` and `replica` at its start. */
  get name(): string {
    return this.#parts.node.name;
  }

  get credentials(): Credentials {
    return this.#parts.credentials;
  }

  /** The main port. */
  get address(): Address {
    return this.#addressOf('main');
  }

  /**
   * Dragonfly's admin port.
   *
   * @throws Error when the recording has nothing from it
   */
  get adminAddress(): Address {
    return this.#addressOf('admin');
  }

  /** Listens while the recorded process ran, and drops its connections when it ended. */
  follow(): Promise<void> {
    this.#following = this.#following.then(() => this.#toCondition());
    return this.#following;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.follow();
  }

  #addressOf(port: PortKind): Address {
    const listener = this.#listeners.find(each => each.port === port);
    if (!listener) {
      throw new Error(
        `The recording holds nothing from the ${port} port of node "${this.name}".`,
      );
    }
    return listener.address;
  }

  async #toCondition(): Promise<void> {
    const { node, clock } = this.#parts;
    this.#cancelWake();
    const dead = this.#closed || node.condition(clock.nowMs) === 'dead';
    if (dead) {
      this.#sockets.forEach(socket => socket.resetAndDestroy());
    }
    await Promise.all(
      this.#listeners.map(listener =>
        dead ? this.#unlisten(listener) : this.#listen(listener),
      ),
    );
    if (!this.#closed) {
      this.#cancelWake = clock.wake(node.nextChange(clock.nowMs), () =>
        this.follow(),
      );
    }
  }

  async #listen({ server, address }: Listener): Promise<void> {
    if (!server.listening) {
      await listen(server, address);
    }
  }

  async #unlisten({ server }: Listener): Promise<void> {
    if (server.listening) {
      await new Promise(resolve => server.close(resolve));
    }
  }

  #accept(socket: Socket, port: PortKind): void {
    const { credentials, clock, node, book } = this.#parts;
    this.#connections += 1;
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.setNoDelay(true);
    const session = new Session({
      credentials,
      port,
      connectionId: this.#connections,
      role: () => book.role(port, clock.nowMs),
    });
    new ReplayConnection(socket, { clock, node, book, port, session }).start();
  }
}
