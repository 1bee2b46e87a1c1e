import { Redis, ReplyError } from 'ioredis';
import { FleetProcess } from '../processes/fleetProcess';

// Saving takes as long as the data is large.
const GRACE_MS = 60_000;

/**
 * Ends a server after it has saved its data, which it loads when it starts again.
 *
 * @throws what the server answers when it cannot
 */
export async function shutDownWithData(
  server: FleetProcess,
  ask: (question: (client: Redis) => Promise<unknown>) => Promise<unknown>,
): Promise<void> {
  // The answer to a successful SHUTDOWN is the end of the connection.
  await ask(client => client.call('SHUTDOWN', 'SAVE')).catch(error => {
    if (error instanceof ReplyError) {
      throw error;
    }
  });
  await server.stop(GRACE_MS);
}
