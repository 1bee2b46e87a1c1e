import { consumerSecretName, USERNAME_KEY } from '../consumers';
import { ResolvedCache } from '../resolvedCache';
import { ACL_KEY, aclLines, aclUsers, secretNamesOf } from '../secrets';
import { SecretEntry } from '../secretEntries';
import { meaningOfFlag, meaningOfUser } from './keyMeaning';
import { code, fenced, table } from './markdown';

function passwordFile(user: string): string {
  return `${user}.password`;
}

/** The file that a key of the ADR is made from; `default` and what replicas present share one. */
function fileOf(cache: ResolvedCache, { flag, secretKey }: SecretEntry) {
  return flag === 'masterauth' || secretKey === cache.password.secretKey
    ? passwordFile('default')
    : `${secretKey}.value`;
}

function secretsTable(cache: ResolvedCache): string {
  const { secretName, secretKey } = cache.password;
  const server = cache.secrets.map(entry => [
    code(cache.namespace),
    code(entry.secretName),
    code(entry.secretKey),
    meaningOfFlag(entry.flag),
  ]);
  const users = [
    code(cache.namespace),
    code(secretName),
    code(ACL_KEY),
    'The users of the server, one per line, as below.',
  ];
  const clients = aclUsers(cache).flatMap(user => {
    if (!user.consumer) return [];
    const place = [
      code(user.consumer.namespace),
      code(consumerSecretName(cache, user.consumer)),
    ];
    return [
      [...place, code(USERNAME_KEY), code(user.name)],
      [...place, code(secretKey), meaningOfUser(user)],
    ];
  });
  return table(
    ['Namespace', 'Secret', 'Key', 'Value'],
    [...server, users, ...clients],
  );
}

function createSecret(
  namespace: string,
  name: string,
  fileByKey: ReadonlyMap<string, string>,
): string[] {
  const options = [...fileByKey].map(
    ([key, file]) => `  --from-file=${key}=${file}`,
  );
  return [
    `kubectl -n ${namespace} create secret generic ${name}`,
    ...options,
  ].map((line, index) => (index < options.length ? `${line} \\` : line));
}

function preparations(cache: ResolvedCache): string[] {
  const users = aclUsers(cache).map(({ name }) => name);
  return [
    'umask 077',
    `for user in ${users.join(' ')}; do`,
    `  openssl rand -hex 32 | tr -d '\\n' > "${passwordFile('$user')}"`,
    'done',
    `hash() { sha256sum < "${passwordFile('$1')}" | cut -d ' ' -f 1; }`,
    'cat > users.acl <<END',
    ...aclLines(cache, ({ name }) => `#$(hash ${name})`),
    'END',
  ];
}

function serverCommands(cache: ResolvedCache): string[] {
  return secretNamesOf(cache).flatMap(secretName => {
    const entries = cache.secrets.filter(e => e.secretName === secretName);
    const files = new Map(
      entries.map(entry => [entry.secretKey, fileOf(cache, entry)]),
    );
    if (secretName === cache.password.secretName) {
      files.set(ACL_KEY, 'users.acl');
    }
    return createSecret(cache.namespace, secretName, files);
  });
}

function consumerCommands(cache: ResolvedCache): string[] {
  return aclUsers(cache).flatMap(({ name, consumer }) =>
    consumer
      ? [
          `printf %s ${name} > ${name}.username`,
          ...createSecret(
            consumer.namespace,
            consumerSecretName(cache, consumer),
            new Map([
              [USERNAME_KEY, `${name}.username`],
              [cache.password.secretKey, passwordFile(name)],
            ]),
          ),
        ]
      : [],
  );
}

/** Which Secrets must exist when people bring them, and how to make them without a password on a command line. */
export function ownSecretText(cache: ResolvedCache): string[] {
  const again =
    cache.topology === 'replicated'
      ? 'Make the files once, and run the `kubectl` commands with the same files in every region.'
      : 'Do this in every region.';
  const others = cache.secrets
    .map(entry => fileOf(cache, entry))
    .filter(file => file !== passwordFile('default'));
  const first =
    others.length > 0
      ? ` Put the other values into ${others.map(code).join(' and ')} first, without a line break at the end.`
      : '';
  return [
    'These must exist in every region before the server starts:',
    secretsTable(cache),
    `The commands below make them. Every value comes from a file, so no password is in the history of a shell or in the list of processes. ${again}${first} Keep \`operations.password\` for operations and \`monitoring.password\` for what watches the cache, and delete the files afterwards.`,
    fenced('sh', [
      ...preparations(cache),
      ...serverCommands(cache),
      ...consumerCommands(cache),
    ]),
  ];
}
