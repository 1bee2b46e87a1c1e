import { ForwardedError } from '@backstage/errors';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { checkCacheName } from 'backstage-plugin-dragonfly-common';
import { findTakenBy } from './findTakenBy';

/** Holds the wizard until the name is valid and free. @public */
export const cacheNameValidation: CustomFieldValidator<string> = async (
  value,
  field,
  { apiHolder },
) => {
  const errors = checkCacheName(value);
  for (const { message } of errors) {
    field.addError(message);
  }
  const catalogApi = apiHolder.get(catalogApiRef);
  if (errors.length > 0 || !catalogApi) {
    return;
  }
  const holder = await findTakenBy(value, catalogApi).catch(error => {
    throw new ForwardedError(
      `Could not look up "${value}" in the catalog`,
      error,
    );
  });
  if (holder) {
    const owner = holder.owner ? ` (owner: ${holder.owner})` : '';
    field.addError(
      `"${value}" is taken by ${holder.entityRef}${owner}. Choose another name.`,
    );
  }
};
