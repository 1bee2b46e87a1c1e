import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { ConflictError, ForwardedError } from '@backstage/errors';
import {
  DragonflyApi,
  PolicyDocument,
} from 'backstage-plugin-dragonfly-common';

/**
 * The policy in force, read in the name of whoever started the task.
 *
 * @throws ConflictError when another revision than the expected one is in force.
 */
export async function readPolicy(options: {
  dragonfly: Pick<DragonflyApi, 'getPolicy'>;
  auth: AuthService;
  credentials: BackstageCredentials;
  expectedRevision?: string;
}): Promise<PolicyDocument> {
  const { auth, credentials, dragonfly, expectedRevision } = options;
  const { token } = await auth.getPluginRequestToken({
    onBehalfOf: credentials,
    targetPluginId: 'dragonfly',
  });
  const document = await dragonfly.getPolicy({ token }).catch(error => {
    throw new ForwardedError(
      'Could not read the caching policy from the dragonfly backend',
      error,
    );
  });
  if (expectedRevision && expectedRevision !== document.revision) {
    throw new ConflictError(
      `The caching policy has changed: the answers were given under revision "${expectedRevision}", in force is "${document.revision}". ` +
        'Nothing was generated. Reload the wizard, check the use case and the preview again, and create the cache from there.',
    );
  }
  return document;
}
