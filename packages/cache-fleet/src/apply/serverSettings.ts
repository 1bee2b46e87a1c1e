import { AclLine, parseAclFile } from './secrets/aclFile';
import { expandVariables, Flag, parseArguments, parseFlagFile } from './flags';
import { readPodFile } from './podFiles';
import { findStartGuard } from './startGuard';
import { EnvironmentVariable, RegionManifests, SecretValues } from './types';

/** Everything a server of the manifests is told, as the server itself would put it together. */
export interface ServerSettings {
  /** In the order they were written, flag files in place; of a flag that was repeated the last one is in force. */
  flags: Flag[];
  /** Variables with their values. */
  environment: ReadonlyMap<string, string>;
  aclLines: AclLine[];
}

/** Gives the text of a file that the server reads. */
export type ReadFile = (path: string) => string;

const PREFIX = 'DFLY_';

/** Variables of a container with their values. */
export function valuesOf(
  environment: EnvironmentVariable[],
  secrets: SecretValues,
): Map<string, string> {
  return new Map(
    environment.map(variable => [
      variable.name,
      variable.kind === 'value'
        ? variable.value
        : (secrets[variable.secretName]?.[variable.key] ?? ''),
    ]),
  );
}

/** Reads files as the manifests declare them: in place of the role that a start guard decides, the declared one. */
export function declaredFiles(
  manifests: RegionManifests,
  secrets: SecretValues,
): ReadFile {
  const { workload } = manifests;
  const guard = findStartGuard(workload);
  return path =>
    guard && path === guard.decidedFile
      ? readPodFile(manifests, guard.container.mounts, secrets, guard.roleFile)
      : readPodFile(manifests, workload.mounts, secrets, path);
}

/** The flag files among the arguments of a server. */
export function flagFilesOf({ workload }: RegionManifests): string[] {
  return parseArguments(workload.arguments)
    .filter(({ name }) => name === 'flagfile')
    .map(({ value }) => value);
}

/**
 * Reads the settings of a region's server.
 *
 * @throws Error when a file is missing or something is no flag
 */
export function serverSettings(
  manifests: RegionManifests,
  secrets: SecretValues,
  readFile: ReadFile = declaredFiles(manifests, secrets),
): ServerSettings {
  const environment = valuesOf(manifests.workload.environment, secrets);
  const words = manifests.workload.arguments.map(word =>
    expandVariables(word, environment),
  );
  const written = parseArguments(words).flatMap(flag =>
    flag.name === 'flagfile' ? parseFlagFile(readFile(flag.value)) : flag,
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
    aclLines: aclFile ? parseAclFile(readFile(aclFile.value)) : [],
  };
}

/** The value of a flag in force. */
export function flagValue(
  { flags }: ServerSettings,
  name: string,
): string | undefined {
  return flags.findLast(flag => flag.name === name)?.value;
}
