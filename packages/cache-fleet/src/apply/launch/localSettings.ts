import { InputError } from '@backstage/errors';
import { readFile } from 'node:fs/promises';
import { Flag, isSecretFlag } from '../flags';
import { Localise } from '../localAddresses';
import {
  declaredFiles,
  flagFilesOf,
  serverSettings,
  ServerSettings,
} from '../serverSettings';
import { AppliedNode, localiseFor } from './appliedNode';
import { localEnvironment } from './localEnvironment';

async function readFlagFile(path: string, region: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => {
    throw new InputError(
      `The server in region "${region}" finds no flag file at "${path}"; a start guard writes it once for each start.`,
    );
  });
}

function localFlag(flag: Flag, localise: Localise): Flag {
  const { name, value, text } = flag;
  return isSecretFlag(name)
    ? flag
    : { name, value: localise(value), text: localise(text) };
}

/**
 * The settings of a server that starts now, in this machine's words: flag files are read from the volumes as they are
 * at this moment, as a server does.
 *
 * @throws InputError when there is no flag file
 */
export async function localSettings(
  node: AppliedNode,
): Promise<ServerSettings> {
  const { manifests, secrets } = node;
  const { region, workload } = manifests;
  const localise = localiseFor(node, workload);
  const flagFiles = new Map<string, string>();
  for (const path of flagFilesOf(manifests)) {
    flagFiles.set(path, await readFlagFile(localise(path), region));
  }
  const declared = declaredFiles(manifests, secrets);
  const settings = serverSettings(
    manifests,
    secrets,
    path => flagFiles.get(path) ?? declared(path),
  );
  return {
    ...settings,
    flags: settings.flags.map(flag => localFlag(flag, localise)),
    environment: localEnvironment(workload.environment, secrets, localise),
  };
}
