import { once } from 'node:events';
import { AddressInfo, createServer, Server } from 'node:net';

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('The listener has no port.');
  }
  return address.port;
}

/** Ports that nobody listens on. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  for (const server of servers) {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  }
  const ports = servers.map(portOf);
  for (const server of servers) {
    server.close();
    await once(server, 'close');
  }
  return ports;
}
