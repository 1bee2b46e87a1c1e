import { ResolvedCache } from '../resolvedCache';
import { aclLines } from '../secrets';
import { externalSecretText } from './externalSecretText';
import { fenced, list } from './markdown';
import { ownSecretText } from './ownSecretText';

function symmetry(cache: ResolvedCache): string {
  return cache.topology === 'replicated'
    ? 'The values must be **equal in every region**, so that either side can become the primary and come back as a replica.'
    : 'Each region may have values of its own.';
}

/** Where the passwords come from, and which users give least privilege. */
export function secretsSection(cache: ResolvedCache): string {
  const provided =
    cache.secretsProvider === 'external-secret'
      ? externalSecretText(cache)
      : ownSecretText(cache);
  return [
    '## Secrets',
    `No file here holds a password. ${symmetry(cache)}`,
    ...provided,
    'The users of the server, in the key `acl`:',
    fenced(
      'text',
      aclLines(cache, ({ name }) => `#<SHA-256 of the password of ${name}>`),
    ),
    list([
      '**The line of `default` must be there.** With a file that lacks it, the server gives `default` every right without a password; the password from the Secret then protects the admin port only. Without the key `acl` the server does not start.',
      'The password of `default` must be the one under the key above, because replicas and the admin port use that one. The hash is 64 hexadecimal digits, of the password alone without a line break. `>` and the text would do as well, but a password with a space would end there.',
      'No empty or indented lines and no comments: the server drops the whole file when it cannot read a line, and starts with the password alone.',
      '`operations` can move the primary and stop the server. Give it to nobody who only watches.',
      'The server reads users and passwords when it starts. To rotate a password, first add the new one on the running servers of every region (`ACL SETUSER <user> ><new>`), then change it where it is kept, and take the old one away (`ACL SETUSER <user> <<old>`) when nobody uses it any more. Do not use `CONFIG SET requirepass` while such a file is loaded.',
    ]),
  ].join('\n\n');
}
