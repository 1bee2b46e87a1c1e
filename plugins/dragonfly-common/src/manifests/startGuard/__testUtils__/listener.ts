import { once } from 'node:events';
import { createServer, Socket } from 'node:net';

/** What it does with a connection. */
export type Behaviour = 'hanging' | 'dropping' | 'loading';

/**
 * Something that accepts connections on a port and is no cache server: a black hole, a balancer without a target, or
 * the answer that Dragonfly alone gives while it hands over (Redis answers INFO at any time).
 */
export async function listen(
  port: number,
  behaviour: Behaviour,
): Promise<{ stop(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer(socket => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    if (behaviour === 'dropping') socket.destroy();
    if (behaviour === 'loading') {
      socket.on('data', () =>
        socket.write('-LOADING Dragonfly is loading the dataset in memory\r\n'),
      );
    }
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
