import { randomBytes } from 'node:crypto';
import { Credentials, Login } from '../servers/types';

/** A password nobody guesses, of characters that need no quoting anywhere. */
export function randomPassword(): string {
  return randomBytes(24).toString('hex');
}

/** Fresh random logins for one cache. */
export function createCredentials(): Credentials {
  const login = (username: string): Login => ({
    username,
    password: randomPassword(),
  });
  return {
    default: login('default'),
    monitor: login('monitor'),
    operator: login('operator'),
  };
}
