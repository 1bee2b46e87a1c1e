import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { loadPolicy } from '../loadPolicy';
import { UseCaseValue } from '../types';
import { errorsOfUseCase } from './errorsOfUseCase';

/** Holds the wizard until a use case of the policy in force is chosen. @public */
export const useCasePickerValidation: CustomFieldValidator<
  UseCaseValue
> = async (value, field, { apiHolder }) => {
  const document = await loadPolicy(apiHolder);
  for (const error of errorsOfUseCase(value, document)) {
    field.addError(error);
  }
};
