import { Server } from 'node:net';
import { isError } from '@backstage/errors';
import { freePort } from './freePort';
import { Address } from './types';

const HOST = '127.0.0.1';
const ATTEMPTS = 20;

/** Starts to listen; rejects when somebody else does. */
export function listen(server: Server, address: Address): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(address.port, address.host, () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
}

/** Starts to listen on a free port of the loopback address. */
export async function listenOnFreePort(server: Server): Promise<Address> {
  for (let attempt = 1; ; attempt++) {
    const address = { host: HOST, port: await freePort() };
    try {
      await listen(server, address);
      return address;
    } catch (error) {
      // Somebody else was quicker.
      const taken = isError(error) && error.code === 'EADDRINUSE';
      if (!taken || attempt === ATTEMPTS) {
        throw error;
      }
    }
  }
}
