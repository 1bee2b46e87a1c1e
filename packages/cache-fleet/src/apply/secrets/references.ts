import { parseArguments } from '../flags';
import { podFileAt } from '../podFiles';
import { RegionManifests } from '../types';

/** A key of a Secret that the manifests refer to, and what its value is for. */
export interface Reference {
  secretName: string;
  key: string;
  use: 'password' | 'acl' | 'other';
}

const PASSWORD_FLAGS = ['requirepass', 'masterauth'];
/** What redis-cli and valkey-cli log in with. */
const CLIENT_PASSWORD = 'REDISCLI_AUTH';

/** Variables whose value is the password of `default`, on this side or on the other: they must be equal. */
function passwordVariables({ workload }: RegionManifests): string[] {
  const fromArguments = parseArguments(workload.arguments)
    .filter(({ name }) => PASSWORD_FLAGS.includes(name))
    .flatMap(({ value }) => /^\$\(([\w.-]+)\)$/.exec(value)?.[1] ?? []);
  return [
    CLIENT_PASSWORD,
    ...PASSWORD_FLAGS.map(flag => `DFLY_${flag}`),
    ...fromArguments,
  ];
}

/** Every key of a Secret that the server and its companions use as a variable or as a file that a flag names. */
export function referencesOf(manifests: RegionManifests): Reference[] {
  const { workload } = manifests;
  const passwords = passwordVariables(manifests);
  const variables = [workload, ...workload.initContainers]
    .flatMap(({ environment }) => environment)
    .flatMap((variable): Reference[] => {
      if (variable.kind !== 'secret') return [];
      const { secretName, key, name } = variable;
      const use = passwords.includes(name) ? 'password' : 'other';
      return [{ secretName, key, use }];
    });
  const files = parseArguments(workload.arguments).flatMap(
    ({ name, value }): Reference[] => {
      const file = podFileAt(workload.mounts, value);
      if (file?.kind !== 'secret') return [];
      const use = name === 'aclfile' ? 'acl' : 'other';
      return [{ secretName: file.name, key: file.key, use }];
    },
  );
  return [...variables, ...files];
}
