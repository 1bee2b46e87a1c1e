import { createServer, Server, Socket } from 'node:net';

/** A TCP server that knows no protocol: what happens to a connection is all that is said about it. */
export class RawServer {
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;

  /** @param serve - is given each connection when it is accepted */
  static async listen(serve: (socket: Socket) => void): Promise<RawServer> {
    const raw = new RawServer(serve);
    await new Promise<void>(resolve => {
      raw.#server.listen(0, '127.0.0.1', resolve);
    });
    return raw;
  }

  private constructor(serve: (socket: Socket) => void) {
    this.#server = createServer(socket => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
      socket.on('error', () => socket.destroy());
      serve(socket);
      // Without reading, the end of a connection is never seen.
      socket.resume();
    });
  }

  get port(): number {
    const address = this.#server.address();
    if (typeof address !== 'object' || address === null) {
      throw new Error('The raw server does not listen.');
    }
    return address.port;
  }

  get openConnections(): number {
    return this.#sockets.size;
  }

  async close(): Promise<void> {
    this.#sockets.forEach(socket => socket.destroy());
    await new Promise(resolve => this.#server.close(resolve));
  }
}
