import { createServer, connect, Server, Socket } from 'node:net';
import { Address } from '../servers/types';
import { listen, listenOnFreePort } from '../servers/listen';
import { DirectionFaults, NO_FAULTS } from './faults';
import { Pipe } from './pipe';

/** A direction through a proxy, seen from the client that dials it. @public */
export type ProxyDirection = 'toServer' | 'toClient';

interface Connection {
  client: Socket;
  server: Socket;
  pipes: Pipe[];
}

/** Forwards TCP connections to one address and does to them what bad networks do. */
export class TcpProxy {
  /** Where clients dial; does not change, not even while the link is cut. */
  readonly address: Address;
  /** Where new connections lead; while it is absent they are closed at once. */
  target: Address | undefined;
  readonly #server: Server;
  readonly #connections = new Set<Connection>();
  readonly #faults: Record<ProxyDirection, DirectionFaults> = {
    toServer: { ...NO_FAULTS },
    toClient: { ...NO_FAULTS },
  };

  /** Starts to listen on a free loopback port. */
  static async listen(target?: Address): Promise<TcpProxy> {
    const server = createServer({ allowHalfOpen: true });
    const address = await listenOnFreePort(server);
    return new TcpProxy(server, address, target);
  }

  private constructor(server: Server, address: Address, target?: Address) {
    this.#server = server;
    this.address = address;
    this.target = target;
    server.on('connection', client => this.#accept(client));
  }

  /** Connections that are open now. */
  get connections(): number {
    return this.#connections.size;
  }

  /** Whether new connections are accepted. */
  get listening(): boolean {
    return this.#server.listening;
  }

  /** What is wrong with a direction now. */
  faults(direction: ProxyDirection): Readonly<DirectionFaults> {
    return this.#faults[direction];
  }

  /** Changes what is wrong with a direction, for the connections that are open and those to come. */
  setFaults(direction: ProxyDirection, change: Partial<DirectionFaults>): void {
    Object.assign(this.#faults[direction], change);
    for (const connection of this.#connections) {
      connection.pipes.forEach(pipe => pipe.pump());
    }
  }

  /** Resets every connection and refuses new ones. */
  async cut(): Promise<void> {
    const closed = this.listening
      ? new Promise<void>(resolve => this.#server.close(() => resolve()))
      : Promise.resolve();
    for (const { client, server } of this.#connections) {
      client.resetAndDestroy();
      server.resetAndDestroy();
    }
    await closed;
  }

  /** Removes every fault and listens again. */
  async heal(): Promise<void> {
    this.setFaults('toServer', NO_FAULTS);
    this.setFaults('toClient', NO_FAULTS);
    if (!this.listening) {
      await listen(this.#server, this.address);
    }
  }

  /** Ends for good. */
  close(): Promise<void> {
    return this.cut();
  }

  #accept(client: Socket): void {
    if (!this.target) {
      client.destroy();
      return;
    }
    const server = connect({ ...this.target, allowHalfOpen: true });
    client.setNoDelay(true);
    server.setNoDelay(true);
    // What goes wrong on one side is seen on the other as the end of the connection.
    client.on('error', () => {});
    server.on('error', () => {});
    const connection: Connection = {
      client,
      server,
      pipes: [
        new Pipe(client, server, () => this.#faults.toServer),
        new Pipe(server, client, () => this.#faults.toClient),
      ],
    };
    this.#connections.add(connection);
    const forget = () => {
      if (client.destroyed && server.destroyed) {
        this.#connections.delete(connection);
      }
    };
    client.on('close', forget);
    server.on('close', forget);
  }
}
