import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';

/**
 * A key that is the same for every request of one caller; undefined for a caller that cannot be told from others. A plugin
 * that asks on behalf of a user is another caller than the user.
 */
export function callerOf(
  auth: AuthService,
  credentials: BackstageCredentials,
): string | undefined {
  if (auth.isPrincipal(credentials, 'user')) {
    const { userEntityRef, actor } = credentials.principal;
    return JSON.stringify(['user', userEntityRef, actor?.subject]);
  }
  if (auth.isPrincipal(credentials, 'service')) {
    const { subject, accessRestrictions } = credentials.principal;
    return JSON.stringify(['service', subject, accessRestrictions]);
  }
  return undefined;
}
