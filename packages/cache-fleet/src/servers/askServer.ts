import { Redis } from 'ioredis';
import { tlsOptions } from './tlsOptions';
import { Address, Login, TrustedAuthority } from './types';

/**
 * Asks a server something over a connection of its own, within seconds.
 *
 * @throws what the server answers, or that it does not
 */
export async function askServer<T>(
  address: Address,
  login: Login,
  question: (client: Redis) => Promise<T>,
  authority?: TrustedAuthority,
): Promise<T> {
  const client = new Redis({
    ...address,
    ...login,
    ...tlsOptions(authority),
    lazyConnect: true,
    connectTimeout: 1_000,
    commandTimeout: 2_000,
    maxRetriesPerRequest: 0,
    retryStrategy: () => undefined,
  });
  // The failure of the connection is the failure of the question.
  client.on('error', () => {});
  try {
    await client.connect();
    return await question(client);
  } finally {
    client.disconnect();
  }
}
