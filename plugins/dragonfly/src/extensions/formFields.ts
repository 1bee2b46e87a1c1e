import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

/** `scaffolder-form-field:dragonfly/use-case-picker`, `ui:field: DragonflyUseCasePicker`. */
export const useCasePickerField = FormFieldBlueprint.make({
  name: 'use-case-picker',
  params: {
    field: () =>
      import('../fields/useCasePickerFormField').then(
        module => module.useCasePickerFormField,
      ),
  },
});

/** `scaffolder-form-field:dragonfly/region-picker`, `ui:field: DragonflyRegionPicker`. */
export const regionPickerField = FormFieldBlueprint.make({
  name: 'region-picker',
  params: {
    field: () =>
      import('../fields/regionPickerFormField').then(
        module => module.regionPickerFormField,
      ),
  },
});
