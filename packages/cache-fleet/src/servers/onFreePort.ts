import { freePort } from './freePort';
import { Address } from './types';

const HOST = '127.0.0.1';
const ATTEMPTS = 5;

/**
 * Starts something on a free port of the loopback address; tries another one when somebody else took it since it was
 * found free, which servers say in words of their own.
 */
export async function onFreePort<T>(
  start: (address: Address) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await start({ host: HOST, port: await freePort() });
    } catch (error) {
      const taken = /address already in use/i.test(String(error));
      if (!taken || attempt === ATTEMPTS) {
        throw error;
      }
    }
  }
}
