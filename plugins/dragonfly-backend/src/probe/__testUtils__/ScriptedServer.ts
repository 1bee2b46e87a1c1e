import { createServer, Server, Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';

/** What the server does with a command: sends these bytes, sends nothing, or ends the connection. */
export type ScriptedReply = string | 'hang' | 'end';

/** Wraps text as a bulk string of the wire protocol. */
export function bulk(text: string): string {
  return `$${Buffer.byteLength(text)}\r\n${text}\r\n`;
}

/**
 * A TCP server that misbehaves as told, in ways no real server can be made to. It knows commands of one line by their
 * words, for example `INFO replication`.
 */
export class ScriptedServer {
  /** Every command received, in order, by connection. */
  readonly commands: string[][] = [];
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;

  static async listen(
    reply: (command: string) => ScriptedReply,
    tls?: { key: string; cert: string },
  ): Promise<ScriptedServer> {
    const scripted = new ScriptedServer(reply, tls);
    await new Promise<void>(resolve => {
      scripted.#server.listen(0, '127.0.0.1', resolve);
    });
    return scripted;
  }

  private constructor(
    reply: (command: string) => ScriptedReply,
    tls?: { key: string; cert: string },
  ) {
    const serve = (socket: Socket) => {
      const received: string[] = [];
      this.commands.push(received);
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
      socket.on('error', () => socket.destroy());
      socket.on('data', data => {
        for (const command of parseCommands(data.toString())) {
          received.push(command);
          answer(socket, reply(command));
        }
      });
    };
    this.#server = tls ? createTlsServer(tls, serve) : createServer(serve);
  }

  get port(): number {
    const address = this.#server.address();
    if (typeof address !== 'object' || address === null) {
      throw new Error('The scripted server does not listen.');
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

function answer(socket: Socket, reply: ScriptedReply): void {
  if (reply === 'end') {
    socket.destroy();
  } else if (reply !== 'hang') {
    socket.write(reply);
  }
}

/** Commands come as arrays of bulk strings; those of a probe always fit one packet. */
function parseCommands(data: string): string[] {
  return data
    .split(/^\*\d+\r\n/m)
    .filter(Boolean)
    .map(command =>
      command
        .split('\r\n')
        .filter((_, index) => index % 2 === 1)
        .join(' ')
        .replace(/^\S+/, name => name.toLocaleUpperCase('en-US')),
    );
}
