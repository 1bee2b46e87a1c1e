import { askServer } from './askServer';
import { FleetProcess } from '../processes/fleetProcess';
import { Address, NodeRecipe } from './types';
import { waitUntil } from './waitUntil';

const START_DEADLINE_MS = 10_000;

/**
 * Starts a server and waits until it answers and knows its users.
 *
 * @param label - names the server in errors: `in region "region1"`
 * @throws Error with the last lines of the server's log when it ends instead
 */
export async function launchServer(
  recipe: NodeRecipe,
  address: Address,
  label: string,
): Promise<FleetProcess> {
  const { server, directory, credentials, authority, usersAfterStart } = recipe;
  const launch = await recipe.prepare(address.port);
  const started = FleetProcess.start(server.path, launch, {
    directory,
    name: 'server',
  });
  const login = credentials.default;
  try {
    await waitUntil(
      `the ${server.flavour} server ${label} to answer`,
      START_DEADLINE_MS,
      async () =>
        !started.running ||
        askServer(
          address,
          login,
          async client => (await client.ping()) === 'PONG',
          authority,
        ),
    );
    if (!started.running) {
      throw new Error(
        `The ${server.flavour} server ${label} ended while it started:\n${await started.logTail()}`,
      );
    }
    for (const { username, rules } of usersAfterStart) {
      await askServer(
        address,
        login,
        client => client.call('ACL', 'SETUSER', username, ...rules),
        authority,
      );
    }
    return started;
  } catch (error) {
    await started.kill();
    throw error;
  }
}
