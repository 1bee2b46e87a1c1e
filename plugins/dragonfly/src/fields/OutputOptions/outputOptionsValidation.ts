import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { loadPolicy } from '../loadPolicy';
import { refusalsOf } from '../refusalsOf';
import { OutputValue } from '../types';
import { OutputOptionsOptions } from './schema';

const FIELDS = [
  'flavour',
  'secrets',
  'tls',
  'crossRegion',
  'argoCd',
  'repository',
];

/** Holds the wizard until topology and platform allow the choices. @public */
export const outputOptionsValidation: CustomFieldValidator<
  OutputValue,
  OutputOptionsOptions
> = async (_value, field, { apiHolder, formData, uiSchema }) => {
  const document = await loadPolicy(apiHolder);
  const parameters = uiSchema?.['ui:options']?.parameters;
  for (const { message } of refusalsOf(
    formData,
    FIELDS,
    document,
    parameters,
  )) {
    field.addError(message);
  }
};
