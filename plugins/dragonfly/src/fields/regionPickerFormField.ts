import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import {
  RegionPicker,
  regionPickerSchema,
  regionPickerValidation,
} from './RegionPicker';

/** `DragonflyRegionPicker` for the new frontend system. */
export const regionPickerFormField = createFormField({
  name: 'DragonflyRegionPicker',
  component: RegionPicker,
  validation: regionPickerValidation,
  schema: regionPickerSchema,
});
