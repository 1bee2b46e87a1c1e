import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { loadPolicy } from '../loadPolicy';
import { refusalsOf } from '../refusalsOf';
import { SizingValue } from '../types';
import { errorsOfSizing, SIZING_FIELDS } from './errorsOfSizing';
import { SizingOptions } from './schema';

/** Holds the wizard until the size is possible. @public */
export const sizingValidation: CustomFieldValidator<
  SizingValue,
  SizingOptions
> = async (value, field, { apiHolder, formData, uiSchema }) => {
  const refusals = refusalsOf(
    formData,
    SIZING_FIELDS,
    await loadPolicy(apiHolder),
    uiSchema?.['ui:options']?.parameters,
  );
  for (const error of errorsOfSizing(value, refusals)) {
    field.addError(error);
  }
};
