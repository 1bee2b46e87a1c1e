import { InputError } from '@backstage/errors';
import { FieldError } from 'backstage-plugin-dragonfly-common';

/** One error for all offending fields, so that everything can be corrected in one go. */
export function fieldErrors(errors: FieldError[]): InputError {
  const count =
    errors.length === 1
      ? '1 field needs a correction'
      : `${errors.length} fields need a correction`;
  const lines = errors.map(({ message }) => `- ${message}`);
  return new InputError(
    [`Nothing was generated, ${count}:`, ...lines].join('\n'),
  );
}
