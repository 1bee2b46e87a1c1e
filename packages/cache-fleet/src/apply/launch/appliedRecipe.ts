import { InputError } from '@backstage/errors';
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../../servers/freePort';
import { commonDirectives, renderDirectives } from '../../servers/redisConfig';
import { Credentials, Launch, NodeRecipe, Revision } from '../../servers/types';
import { credentialsOf } from '../secrets/aclFile';
import { flagValue, serverSettings } from '../serverSettings';
import { AppliedNode } from './appliedNode';
import { launchDragonfly } from './launchDragonfly';
import { localSettings } from './localSettings';
import { authorityOf } from './localTls';
import { podRecipe } from './podRecipe';
import { tlsDirectives } from './tlsDirectives';
import { translateToRedis } from './translateToRedis';

function writePrivately(path: string, text: string): Promise<void> {
  return writeFile(path, text, { mode: 0o600 });
}

/**
 * The logins of a region's server.
 *
 * @throws Error when the manifests set no password
 */
function credentialsOfNode(node: AppliedNode): Credentials {
  const { manifests, secrets } = node;
  const settings = serverSettings(manifests, secrets);
  const password = flagValue(settings, 'requirepass');
  if (!password) {
    throw new InputError(
      `The manifests of region "${manifests.region}" set no password; expected DFLY_requirepass in the environment or --requirepass among the arguments.`,
    );
  }
  const values = Object.values(secrets).flatMap(data => Object.values(data));
  return credentialsOf(settings.aclLines, password, values);
}

async function prepareRedis(node: AppliedNode, port: number): Promise<Launch> {
  const { server, directory, manifests, secrets } = node;
  const authority = authorityOf(manifests, secrets, directory);
  const settings = await localSettings(node);
  const { directives } = translateToRedis(settings, {
    port,
    directory,
    tls: authority !== undefined,
  });
  const file = join(directory, 'server.conf');
  await writePrivately(
    file,
    renderDirectives([
      ...commonDirectives(server, directory, port),
      ...tlsDirectives(settings, authority),
      ...directives,
    ]),
  );
  return { arguments: [file], environment: {} };
}

async function prepareDragonfly(
  node: AppliedNode,
  port: number,
): Promise<Launch> {
  const { directory, manifests, secrets } = node;
  const tls = authorityOf(manifests, secrets, directory) !== undefined;
  const local = { port, directory, tls };
  return launchDragonfly(await localSettings(node), local, await freePort());
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

function revisionOf({ manifests, secrets }: AppliedNode): Revision {
  const {
    arguments: words,
    environment,
    mounts,
    initContainers,
  } = manifests.workload;
  return {
    template: hash({ words, environment, mounts, initContainers }),
    files: hash({ configMaps: manifests.configMaps, secrets }),
  };
}

/** Says how the server of a region's manifests is started on this machine. */
export function appliedRecipe(node: AppliedNode): NodeRecipe {
  const { manifests, secrets, server, directory } = node;
  const authority = authorityOf(manifests, secrets, directory);
  const prepare =
    server.flavour === 'dragonfly' ? prepareDragonfly : prepareRedis;
  return {
    revision: revisionOf(node),
    server,
    directory,
    credentials: credentialsOfNode(node),
    authority,
    pod: podRecipe(node),
    prepare: async port => {
      if (authority?.certificate) {
        await writePrivately(authority.file, authority.certificate);
      }
      return prepare(node, port);
    },
    usersAfterStart: [],
  };
}
