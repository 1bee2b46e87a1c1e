import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import {
  UseCasePicker,
  useCasePickerSchema,
  useCasePickerValidation,
} from './UseCasePicker';

/** `DragonflyUseCasePicker` for the new frontend system. */
export const useCasePickerFormField = createFormField({
  name: 'DragonflyUseCasePicker',
  component: UseCasePicker,
  validation: useCasePickerValidation,
  schema: useCasePickerSchema,
});
