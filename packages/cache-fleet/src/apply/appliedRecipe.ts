import { InputError } from '@backstage/errors';
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../servers/freePort';
import { commonDirectives, renderDirectives } from '../servers/redisConfig';
import {
  Address,
  CacheServer,
  Credentials,
  Launch,
  NodeRecipe,
  Revision,
} from '../servers/types';
import { credentialsOf } from './aclFile';
import { launchDragonfly } from './launchDragonfly';
import { flagValue, serverSettings } from './serverSettings';
import { translateToRedis } from './translateToRedis';
import { RegionManifests, SecretValues, UntranslatedArgument } from './types';

/** One region's manifests, on this machine. */
export interface AppliedNode {
  server: CacheServer;
  directory: string;
  manifests: RegionManifests;
  secrets: SecretValues;
  /** Where to replicate from; absent on a primary. */
  primary?: Address;
}

function writePrivately(path: string, text: string): Promise<void> {
  return writeFile(path, text, { mode: 0o600 });
}

/**
 * The logins of a region's server.
 *
 * @throws Error when the manifests set no password
 */
function credentialsOfNode(node: AppliedNode): Credentials {
  const settings = serverSettings(node.manifests, node.secrets);
  const password = flagValue(settings, 'requirepass');
  if (!password) {
    throw new InputError(
      `The manifests of region "${node.manifests.region}" set no password; expected DFLY_requirepass in the environment or --requirepass among the arguments.`,
    );
  }
  return credentialsOf(settings.aclLines, password);
}

async function prepareDragonfly(
  node: AppliedNode,
  port: number,
): Promise<Launch> {
  const { files, ...launch } = launchDragonfly({
    manifests: node.manifests,
    secrets: node.secrets,
    adminPort: await freePort(),
    local: { port, directory: node.directory, primary: node.primary },
  });
  for (const { name, text } of files) {
    await writePrivately(join(node.directory, name), text);
  }
  return launch;
}

async function prepareRedis(node: AppliedNode, port: number): Promise<Launch> {
  const { server, directory, primary } = node;
  const { directives } = translateToRedis(
    serverSettings(node.manifests, node.secrets),
    { port, directory, primary },
  );
  const file = join(directory, 'server.conf');
  await writePrivately(
    file,
    renderDirectives([
      ...commonDirectives(server, directory, port),
      ...directives,
    ]),
  );
  return { arguments: [file], environment: {} };
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

function revisionOf({ manifests, secrets }: AppliedNode): Revision {
  const { arguments: words, environment, mounts } = manifests.workload;
  return {
    template: hash({ words, environment, mounts }),
    files: hash({ configMaps: manifests.configMaps, secrets }),
  };
}

/** Says how the server of a region's manifests is started on this machine. */
export function appliedRecipe(node: AppliedNode): NodeRecipe {
  const prepare =
    node.server.flavour === 'dragonfly' ? prepareDragonfly : prepareRedis;
  return {
    revision: revisionOf(node),
    server: node.server,
    directory: node.directory,
    credentials: credentialsOfNode(node),
    prepare: port => prepare(node, port),
    usersAfterStart: [],
  };
}

/** What of a region's manifests its server is not told, and why. */
export function untranslatedOf(node: AppliedNode): UntranslatedArgument[] {
  const { manifests, secrets, directory, primary, server } = node;
  const { region, workload } = manifests;
  const ofPod = workload.ignored.map(argument => ({
    argument,
    reason: 'only the server itself is started here',
  }));
  const ofServer =
    server.flavour === 'dragonfly'
      ? []
      : translateToRedis(serverSettings(manifests, secrets), {
          port: 0,
          directory,
          primary,
        }).untranslated.map(({ argument, reason }) => ({
          argument,
          reason: `${server.flavour}: ${reason}`,
        }));
  return [...ofPod, ...ofServer].map(each => ({ ...each, region }));
}
