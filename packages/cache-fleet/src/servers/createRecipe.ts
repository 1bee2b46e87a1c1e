import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { aclUsers } from './aclUsers';
import { dragonflyLaunch } from './dragonflyArguments';
import { NodeSettings } from './nodeSettings';
import { redisConfig } from './redisConfig';
import { CacheServer, NodeRecipe } from './types';

/** Says how a node with these settings is started on this server. */
export function createRecipe(
  server: CacheServer,
  settings: NodeSettings,
): NodeRecipe {
  const { directory, credentials } = settings;
  if (server.flavour === 'dragonfly') {
    return {
      server,
      directory,
      credentials,
      prepare: async port => dragonflyLaunch(settings, port),
      usersAfterStart: aclUsers(server.flavour, credentials),
    };
  }
  return {
    server,
    directory,
    credentials,
    prepare: async port => {
      const file = join(directory, 'server.conf');
      await writeFile(file, redisConfig(server, settings, port), {
        mode: 0o600,
      });
      return { arguments: [file], environment: {} };
    },
    // Declared in the file, so that they exist from the first moment the server answers.
    usersAfterStart: [],
  };
}
