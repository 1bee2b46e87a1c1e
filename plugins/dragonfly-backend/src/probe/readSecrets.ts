import { readFile } from 'node:fs/promises';
import { NodeTarget } from '../inventory';
import { ProbeError } from './ProbeError';

/**
 * Reads the password of a target, at every connect: a file that was rotated is then followed by itself, because a server
 * that knows a new password refuses the old one at the next connect.
 */
export async function readPassword(
  target: NodeTarget,
): Promise<string | undefined> {
  if (target.passwordFile === undefined) {
    return target.password;
  }
  try {
    return (await readFile(target.passwordFile, 'utf8')).trim();
  } catch {
    throw new ProbeError({
      kind: 'auth',
      message: 'the configured password file cannot be read',
    });
  }
}

/** Reads the certificate authorities to trust; undefined means those of the system. */
export async function readAuthorities(
  target: NodeTarget,
): Promise<string | undefined> {
  if (target.caFile === undefined) {
    return undefined;
  }
  try {
    return await readFile(target.caFile, 'utf8');
  } catch {
    throw new ProbeError({
      kind: 'tls',
      message: 'the configured file of certificate authorities cannot be read',
    });
  }
}
