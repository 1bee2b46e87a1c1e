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

/** `scaffolder-form-field:dragonfly/cache-name`, `ui:field: DragonflyCacheName`. */
export const cacheNameField = FormFieldBlueprint.make({
  name: 'cache-name',
  params: {
    field: () =>
      import('../fields/cacheNameFormField').then(
        module => module.cacheNameFormField,
      ),
  },
});

/** `scaffolder-form-field:dragonfly/sizing`, `ui:field: DragonflySizing`. */
export const sizingField = FormFieldBlueprint.make({
  name: 'sizing',
  params: {
    field: () =>
      import('../fields/sizingFormField').then(
        module => module.sizingFormField,
      ),
  },
});

/** `scaffolder-form-field:dragonfly/consumers`, `ui:field: DragonflyConsumers`. */
export const consumersField = FormFieldBlueprint.make({
  name: 'consumers',
  params: {
    field: () =>
      import('../fields/consumersFormField').then(
        module => module.consumersFormField,
      ),
  },
});

/** `scaffolder-form-field:dragonfly/output-options`, `ui:field: DragonflyOutputOptions`. */
export const outputOptionsField = FormFieldBlueprint.make({
  name: 'output-options',
  params: {
    field: () =>
      import('../fields/outputOptionsFormField').then(
        module => module.outputOptionsFormField,
      ),
  },
});

/** `scaffolder-form-field:dragonfly/manifest-preview`, `ui:field: DragonflyManifestPreview`. */
export const manifestPreviewField = FormFieldBlueprint.make({
  name: 'manifest-preview',
  params: {
    field: () =>
      import('../fields/manifestPreviewFormField').then(
        module => module.manifestPreviewFormField,
      ),
  },
});
