import { isFields, listAt, Pointer, textAt, walk } from '../model/fields';
import { RegionView } from '../model/RegionView';
import { ServerObject } from '../model/server';
import { Problem, problemAt, Rule } from '../rule';
import {
  isDocumented,
  ProvidedSecret,
  providedSecrets,
} from './secretProviders';

interface SecretUse {
  secret: string;
  key: string;
  pointer: Pointer;
}

/** Fields that name a Secret and one of its keys. */
const KEY_REFERENCES = ['secretKeyRef', 'passwordFromSecret', 'aclFromSecret'];

function usesOf({ object }: ServerObject): SecretUse[] {
  const uses: SecretUse[] = [];
  const add = (secret?: string, key?: string, pointer: Pointer = []) => {
    if (secret !== undefined && key !== undefined) {
      uses.push({ secret, key, pointer });
    }
  };
  walk(object.fields, (map, pointer) => {
    for (const field of KEY_REFERENCES) {
      const reference = map[field];
      add(textAt(reference, 'name'), textAt(reference, 'key'), [
        ...pointer,
        field,
      ]);
    }
    const { secret: volume, tlsSecretRef } = map;
    if (isFields(volume)) {
      const name = textAt(volume, 'secretName') ?? textAt(volume, 'name');
      listAt(volume, 'items').forEach((item, index) =>
        add(name, textAt(item, 'key'), [...pointer, 'secret', 'items', index]),
      );
    }
    for (const key of ['tls.crt', 'tls.key']) {
      add(textAt(tlsSecretRef, 'name'), key, [...pointer, 'tlsSecretRef']);
    }
  });
  return uses;
}

function exists(
  { secret, key }: SecretUse,
  provided: readonly ProvidedSecret[],
  readme: string | undefined,
): boolean {
  const makers = provided.filter(({ name }) => name === secret);
  return makers.length > 0
    ? makers.some(({ keys }) => keys.includes(key))
    : isDocumented(readme, secret, key);
}

function problemsOf(region: RegionView, readme: string | undefined): Problem[] {
  const provided = providedSecrets(region.objects);
  return region.servers.flatMap(server =>
    usesOf(server)
      .filter(use => !exists(use, provided, readme))
      .map(({ secret, key, pointer }) =>
        problemAt(
          server.object,
          pointer,
          `${server.object.title} reads key "${key}" of Secret "${secret}", which nothing in region "${region.name}" makes and the README does not ask for.`,
          'Add the key to the ExternalSecret, or list it among the keys of the Secret to bring.',
        ),
      ),
  );
}

/** Every key of a Secret that a server reads is made by an object, or asked for in the README. */
export const secretKeysExist: Rule = {
  id: 'secret-keys-exist',
  severity: 'error',
  why: 'A container whose key is missing does not start, and says so only in the events of its pod.',
  check: ({ regions, set }) => {
    const readme = set.textOf('README.md');
    return regions.flatMap(region => problemsOf(region, readme));
  },
};
