import { createServer, Server, Socket } from 'node:net';
import { CacheConnection } from './CacheConnection';
import { Deadline } from './Deadline';
import { failureOf } from './ProbeError';

const TIMEOUT_MS = 2_000;
const MEBIBYTE = 1024 * 1024;

/** Why no question to a server that does this to its connections got an answer, and after how long. */
async function failureAt(
  server: Server,
  password: string | undefined,
): Promise<{ failure: unknown; elapsedMs: number }> {
  const address = server.address();
  if (typeof address !== 'object' || address === null) {
    throw new Error('The server does not listen.');
  }
  const deadline = Deadline.after(TIMEOUT_MS);
  const startedAt = performance.now();
  let connection: CacheConnection | undefined;
  try {
    connection = await CacheConnection.open(
      { host: '127.0.0.1', port: address.port, tls: false, password },
      deadline,
    );
    const answer = await connection.call(deadline, 'PING');
    throw new Error(`The server answered ${String(answer)}.`);
  } catch (error) {
    return {
      failure: failureOf(error),
      elapsedMs: performance.now() - startedAt,
    };
  } finally {
    connection?.close();
    deadline.clear();
  }
}

describe('a server that is no cache', () => {
  let server: Server;
  const sockets = new Set<Socket>();

  async function listen(serve: (socket: Socket) => void): Promise<void> {
    // Half open, so that it does not close a connection because the other side did.
    server = createServer({ allowHalfOpen: true }, socket => {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      serve(socket);
      socket.resume();
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
  }

  afterEach(async () => {
    sockets.forEach(socket => socket.destroy());
    sockets.clear();
    await new Promise(resolve => server.close(resolve));
  });

  const greeting = (text: string) => (socket: Socket) => socket.write(text);
  const answering = (text: string) => (socket: Socket) =>
    socket.on('data', () => socket.write(text));

  it.each`
    situation                        | serve                                              | password     | message
    ${'greets'}                      | ${greeting('220 mail.example.com ESMTP\r\n')}      | ${undefined} | ${'not an answer of a cache'}
    ${'greets before a login'}       | ${greeting('220 mail.example.com ESMTP\r\n')}      | ${'geheim'}  | ${'not an answer of a cache'}
    ${'answers a login with HTTP'}   | ${answering('HTTP/1.1 400 Bad Request\r\n\r\n')}   | ${'geheim'}  | ${'not an answer of a cache'}
    ${'answers a command with HTTP'} | ${answering('HTTP/1.1 400 Bad Request\r\n\r\n')}   | ${undefined} | ${'not an answer of a cache'}
    ${'answers a login without end'} | ${answering(`+${'x'.repeat(MEBIBYTE + 100_000)}`)} | ${'geheim'}  | ${'a reply larger than 1 MiB'}
  `(
    'and $situation is told at once, although it keeps the connection: $message',
    async ({ serve, password, message }) => {
      await listen(serve);

      const { failure, elapsedMs } = await failureAt(server, password);

      expect(failure).toEqual({ kind: 'protocol', message });
      expect(elapsedMs).toBeLessThan(TIMEOUT_MS / 2);
    },
  );
});
