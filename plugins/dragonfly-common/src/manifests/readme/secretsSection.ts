import { ResolvedCache } from '../resolvedCache';
import { code, fenced, list, table } from './markdown';

function keyMeaning(flag: string): string {
  if (flag === 'requirepass') return 'Password of the user `default`.';
  if (flag === 'masterauth') {
    return 'Password a replica presents to its primary: the password of the user `default` on the other side.';
  }
  return `Value of the server's flag ${code(flag)}.`;
}

function accessLines(cache: ResolvedCache): string[] {
  const operations =
    cache.topology === 'replicated'
      ? '+ping +info +role +wait +dfly +debug +client +replicaof +repltakeover'
      : '+ping +info +role +client';
  return [
    'USER default ON ><password> ~* &* +@all',
    'USER monitoring ON ><password of monitoring> -@all +ping +info +role +wait',
    `USER operations ON ><password of operations> -@all ${operations}`,
    ...cache.consumers.map(
      ({ id }) =>
        `USER app-${id} ON ><password of app-${id}> ~${id}:* +@all -@admin -@dangerous +info`,
    ),
  ];
}

/** Which Secrets must exist before the server starts, and which users give least privilege. */
export function secretsSection(cache: ResolvedCache): string {
  const symmetric =
    cache.topology === 'replicated'
      ? 'The values must be **equal in every region**, so that either side can become the primary and come back as a replica; with one password for both keys that is always so.'
      : 'Each region has values of its own.';
  return [
    '## Secrets',
    `These must exist in the namespace ${code(cache.namespace)} of every region before the server starts. They are not generated: no file here holds a password. ${symmetric}`,
    table(
      ['Secret', 'Key', 'Value'],
      [
        ...cache.secrets.map(({ flag, secretName, secretKey }) => [
          code(secretName),
          code(secretKey),
          keyMeaning(flag),
        ]),
        [
          code(cache.password.secretName),
          code('acl'),
          'Optional: the users of the server, one per line, as below.',
        ],
      ],
    ),
    `A consumer in another namespace needs a Secret ${code(cache.password.secretName)} there, with the password it uses under ${code(cache.password.secretKey)}. With the users below it authenticates as its own user (${code('app-...')}), which reaches its own keys only; without them, as ${code('default')}.`,
    fenced('text', accessLines(cache)),
    list([
      '**The line of `default` must be there.** With a file that lacks it, the server gives `default` every right without a password; the password from the Secret then protects the admin port only.',
      'The password of `default` must be the value under the key above, because replicas and the admin port use that one. Each password can be given as `#` and its SHA-256 in hexadecimal instead of `>` and the text.',
      'No empty or indented lines and no comments: the server drops the whole file when it cannot read a line, and starts with the password alone.',
      '`operations` can move the primary and stop the server. Give it to nobody who only watches.',
      'The file is read when the server starts. On a running server change users with `ACL SETUSER`, also for `default`; do not use `CONFIG SET requirepass` while such a file is loaded.',
    ]),
  ].join('\n\n');
}
