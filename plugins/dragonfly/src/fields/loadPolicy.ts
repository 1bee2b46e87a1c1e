import { ApiHolder } from '@backstage/core-plugin-api';
import { ForwardedError } from '@backstage/errors';
import { PolicyDocument } from 'backstage-plugin-dragonfly-common';
import { dragonflyApiRef } from '../api';

/** The policy in force, for a validation; what this throws becomes the field's error. */
export async function loadPolicy(
  apiHolder: ApiHolder,
): Promise<PolicyDocument> {
  const api = apiHolder.get(dragonflyApiRef);
  if (!api) {
    throw new Error(
      `Found no API "${dragonflyApiRef.id}"; add the dragonfly plugin to the app.`,
    );
  }
  try {
    return await api.getPolicy();
  } catch (error) {
    throw new ForwardedError(
      'The choice could not be checked against the caching policy',
      error,
    );
  }
}
