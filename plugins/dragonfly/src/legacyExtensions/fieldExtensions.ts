import { createScaffolderFieldExtension } from '@backstage/plugin-scaffolder-react';
import {
  RegionPicker,
  regionPickerSchema,
  regionPickerValidation,
  UseCasePicker,
  useCasePickerSchema,
  useCasePickerValidation,
} from '../fields';
import { dragonflyPlugin } from './plugin';

/** `ui:field: DragonflyUseCasePicker`. @public */
export const DragonflyUseCasePicker = dragonflyPlugin.provide(
  createScaffolderFieldExtension({
    name: 'DragonflyUseCasePicker',
    component: UseCasePicker,
    validation: useCasePickerValidation,
    schema: useCasePickerSchema.schema,
  }),
);

/** `ui:field: DragonflyRegionPicker`. @public */
export const DragonflyRegionPicker = dragonflyPlugin.provide(
  createScaffolderFieldExtension({
    name: 'DragonflyRegionPicker',
    component: RegionPicker,
    validation: regionPickerValidation,
    schema: regionPickerSchema.schema,
  }),
);
