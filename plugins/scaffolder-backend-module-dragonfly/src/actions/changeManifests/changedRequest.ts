import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  applyChange,
  CacheSpec,
  ChangeAnswers,
  changeOfAnswers,
} from 'backstage-plugin-dragonfly-common';
import { resolveConsumers } from '../../consumers/resolveConsumers';
import { fieldErrors } from '../../refusals/fieldErrors';

/**
 * The request for a cache after a change. Added consumers must be in the catalog; those that were there before are not
 * looked up again, so that one that has left the catalog does not keep the others from changing.
 *
 * @throws InputError when the change cannot be read or does not fit the cache
 */
export async function changedRequest(
  recorded: CacheSpec,
  answers: ChangeAnswers,
  options: { catalog: CatalogService; credentials: BackstageCredentials },
): Promise<CacheSpec> {
  const read = changeOfAnswers(recorded, answers);
  if (!read.ok) {
    throw fieldErrors(read.errors);
  }
  const changed = applyChange(recorded, {
    ...read.change,
    addConsumers: await resolveConsumers(
      read.change.addConsumers ?? [],
      options,
    ),
  });
  if (!changed.ok) {
    throw fieldErrors(changed.errors);
  }
  return changed.spec;
}
