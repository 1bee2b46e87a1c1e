import { connect, createServer, Server, Socket } from 'node:net';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { waitUntil } from '../servers/waitUntil';
import { TcpProxy } from './tcpProxy';

/** Settles when the socket is closed, also after an error: `once` of node:events would reject. */
function closeOf(socket: Socket): Promise<void> {
  return new Promise(resolve => {
    socket.once('close', () => resolve());
  });
}

/** A server that sends every byte back, and a proxy before it. */
async function startEcho() {
  const accepted = new Set<Socket>();
  const server: Server = createServer(socket => {
    accepted.add(socket);
    socket.on('error', () => {});
    socket.pipe(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) {
    throw new Error('The echo server listens on no port');
  }
  const proxy = await TcpProxy.listen({
    host: '127.0.0.1',
    port: address.port,
  });
  return { server, proxy, accepted };
}

describe('TcpProxy', () => {
  let echo: Awaited<ReturnType<typeof startEcho>>;
  const clients: Socket[] = [];

  beforeEach(async () => {
    echo = await startEcho();
  });
  afterEach(async () => {
    clients.forEach(client => client.destroy());
    echo.accepted.forEach(socket => socket.destroy());
    await echo.proxy.close();
    echo.server.close();
  });

  async function dial(): Promise<{ socket: Socket; received: () => string }> {
    const socket = connect({ ...echo.proxy.address, allowHalfOpen: true });
    clients.push(socket);
    let received = '';
    socket.setEncoding('latin1');
    socket.on('data', text => {
      received += text;
    });
    socket.on('error', () => {});
    await once(socket, 'connect');
    return { socket, received: () => received };
  }

  async function roundTrip(text: string): Promise<number> {
    const { socket, received } = await dial();
    const start = performance.now();
    socket.write(text);
    await waitUntil('the echo', 5_000, async () => received() === text);
    return performance.now() - start;
  }

  it('forwards both directions and half-closed connections', async () => {
    const { socket, received } = await dial();
    socket.end('x'.repeat(300_000));
    await once(socket, 'end');
    expect(received()).toHaveLength(300_000);
    await waitUntil('the connection to be forgotten', 2_000, async () => {
      return echo.proxy.connections === 0;
    });
  });

  it('delays each direction by itself', async () => {
    echo.proxy.setFaults('toServer', { delayMs: 100 });
    echo.proxy.setFaults('toClient', { delayMs: 50 });
    expect(await roundTrip('hello')).toBeGreaterThanOrEqual(150);
  });

  it('delays bytes, not throughput: what is sent together arrives together', async () => {
    echo.proxy.setFaults('toServer', { delayMs: 100 });
    expect(await roundTrip('y'.repeat(1_000_000))).toBeLessThan(1_500);
  });

  it('throttles', async () => {
    echo.proxy.setFaults('toClient', { bytesPerSecond: 10_000 });
    expect(await roundTrip('z'.repeat(3_000))).toBeGreaterThanOrEqual(250);
  });

  it('holds everything in a black hole, and delivers it in order afterwards', async () => {
    const { socket, received } = await dial();
    echo.proxy.setFaults('toServer', { blackHole: true });
    socket.write('first ');
    await sleep(50);
    socket.write('second');
    await sleep(50);
    expect(received()).toBe('');
    expect(socket.destroyed).toBe(false);
    await echo.proxy.heal();
    await waitUntil('the echo', 2_000, async () => {
      return received() === 'first second';
    });
  });

  it('hides the end of the server behind a black hole', async () => {
    const { socket } = await dial();
    socket.write('hello');
    await waitUntil('the server', 2_000, async () => echo.accepted.size === 1);
    echo.proxy.setFaults('toClient', { blackHole: true });
    echo.accepted.forEach(accepted => accepted.resetAndDestroy());
    await sleep(100);
    expect(socket.destroyed).toBe(false);
    const closed = closeOf(socket);
    await echo.proxy.heal();
    await closed;
  });

  it('makes the sender wait when the other side stops reading', async () => {
    const { socket } = await dial();
    socket.pause();
    socket.write(Buffer.alloc(100_000_000));
    await sleep(200);
    expect(socket.writableLength).toBeGreaterThan(0);
  });

  it('cuts with resets, refuses, and listens on the same port again', async () => {
    const { socket } = await dial();
    const closed = closeOf(socket);
    await echo.proxy.cut();
    await closed;
    expect(echo.proxy.listening).toBe(false);
    await expect(dial()).rejects.toThrow(/ECONNREFUSED/);
    await echo.proxy.heal();
    await roundTrip('again');
  });

  it('resets the client when nobody listens behind it', async () => {
    echo.proxy.target = { host: '127.0.0.1', port: 1 };
    const { socket } = await dial();
    await closeOf(socket);
    expect(echo.accepted.size).toBe(0);
  });
});
