import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { loadPolicy } from '../loadPolicy';
import { RegionsValue } from '../types';
import { readUseCaseOfForm } from '../readUseCaseOfForm';
import { errorsOfRegions } from './errorsOfRegions';
import { RegionPickerOptions } from './schema';

/** Holds the wizard until the regions fit the use case that was chosen. @public */
export const regionPickerValidation: CustomFieldValidator<
  RegionsValue,
  RegionPickerOptions
> = async (value, field, { apiHolder, formData, uiSchema }) => {
  const { policy, settings } = await loadPolicy(apiHolder);
  const { useCase, topology } = readUseCaseOfForm({
    formData,
    useCaseField: uiSchema?.['ui:options']?.useCaseField,
    policy,
  });
  const { regions } = settings;
  for (const error of errorsOfRegions(value, { regions, useCase, topology })) {
    field.addError(error);
  }
};
