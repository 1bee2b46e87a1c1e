import { JsonObject } from '@backstage/types';
import {
  cacheSpecOfForm,
  FieldError,
  PolicyDocument,
  validateCacheSpec,
  WizardParameters,
} from 'backstage-plugin-dragonfly-common';

/**
 * What the generator would refuse of the form as it is, as far as it concerns some fields of the request.
 *
 * @param fields - fields of the request, `consumers` standing for everything in it as well
 */
export function refusalsOf(
  form: JsonObject,
  fields: readonly string[],
  document: PolicyDocument,
  parameters?: Partial<WizardParameters>,
): FieldError[] {
  const read = cacheSpecOfForm(form, parameters);
  const result = read.ok
    ? validateCacheSpec(read.spec, document.policy, document.settings)
    : read;
  return result.ok
    ? []
    : result.errors.filter(({ field }) =>
        fields.some(name => field.split(/[.[]/)[0] === name),
      );
}
