import { AclLine, parseAclFile } from './aclFile';
import { expandVariables, Flag, parseArguments, parseFlagFile } from './flags';
import { readPodFile } from './podFiles';
import { RegionManifests, SecretValues } from './types';

/** Everything a server of the manifests is told, as the server itself would put it together. */
export interface ServerSettings {
  /** In the order they were written, flag files in place; of a flag that was repeated the last one is in force. */
  flags: Flag[];
  /** Variables with their values. */
  environment: ReadonlyMap<string, string>;
  aclLines: AclLine[];
}

const PREFIX = 'DFLY_';

function environmentOf(
  { workload }: RegionManifests,
  secrets: SecretValues,
): Map<string, string> {
  return new Map(
    workload.environment.map(variable => [
      variable.name,
      variable.kind === 'value'
        ? variable.value
        : (secrets[variable.secretName]?.[variable.key] ?? ''),
    ]),
  );
}

/**
 * Reads the settings of a region's server.
 *
 * @throws Error when a file is missing or something is no flag
 */
export function serverSettings(
  manifests: RegionManifests,
  secrets: SecretValues,
): ServerSettings {
  const environment = environmentOf(manifests, secrets);
  const words = manifests.workload.arguments.map(word =>
    expandVariables(word, environment),
  );
  const written = parseArguments(words).flatMap(flag =>
    flag.name === 'flagfile'
      ? parseFlagFile(readPodFile(manifests, secrets, flag.value))
      : flag,
  );
  // The command line wins over the environment.
  const flags = [
    ...[...environment]
      .filter(([name]) => name.startsWith(PREFIX))
      .map(([variable, value]): Flag => {
        const name = variable.slice(PREFIX.length);
        return { name, value, text: `${variable}=…` };
      }),
    ...written,
  ];
  const aclFile = flags.findLast(({ name }) => name === 'aclfile');
  return {
    flags,
    environment,
    aclLines: aclFile
      ? parseAclFile(readPodFile(manifests, secrets, aclFile.value))
      : [],
  };
}

/** The value of a flag in force. */
export function flagValue(
  { flags }: ServerSettings,
  name: string,
): string | undefined {
  return flags.findLast(flag => flag.name === name)?.value;
}
