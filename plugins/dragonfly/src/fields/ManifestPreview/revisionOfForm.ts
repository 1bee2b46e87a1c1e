import { JsonObject } from '@backstage/types';
import { WizardParameters } from 'backstage-plugin-dragonfly-common';

/** Revision of the policy under which the use case in the form was chosen; absent while none is. */
export function revisionOfForm(
  form: JsonObject,
  parameters: Partial<WizardParameters> = {},
): string | undefined {
  const value = form[parameters.useCase ?? 'useCase'];
  return typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    typeof value.policyRevision === 'string'
    ? value.policyRevision
    : undefined;
}
