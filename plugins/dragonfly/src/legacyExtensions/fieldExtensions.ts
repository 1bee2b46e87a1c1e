import { createScaffolderFieldExtension } from '@backstage/plugin-scaffolder-react';
import {
  CacheName,
  cacheNameSchema,
  cacheNameValidation,
  Consumers,
  consumersSchema,
  consumersValidation,
  ManifestPreview,
  manifestPreviewSchema,
  manifestPreviewValidation,
  OutputOptions,
  outputOptionsSchema,
  outputOptionsValidation,
  Sizing,
  sizingSchema,
  sizingValidation,
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

/** `ui:field: DragonflyCacheName`. @public */
export const DragonflyCacheName = dragonflyPlugin.provide(
  createScaffolderFieldExtension({
    name: 'DragonflyCacheName',
    component: CacheName,
    validation: cacheNameValidation,
    schema: cacheNameSchema.schema,
  }),
);

/** `ui:field: DragonflySizing`. @public */
export const DragonflySizing = dragonflyPlugin.provide(
  createScaffolderFieldExtension({
    name: 'DragonflySizing',
    component: Sizing,
    validation: sizingValidation,
    schema: sizingSchema.schema,
  }),
);

/** `ui:field: DragonflyConsumers`. @public */
export const DragonflyConsumers = dragonflyPlugin.provide(
  createScaffolderFieldExtension({
    name: 'DragonflyConsumers',
    component: Consumers,
    validation: consumersValidation,
    schema: consumersSchema.schema,
  }),
);

/** `ui:field: DragonflyOutputOptions`. @public */
export const DragonflyOutputOptions = dragonflyPlugin.provide(
  createScaffolderFieldExtension({
    name: 'DragonflyOutputOptions',
    component: OutputOptions,
    validation: outputOptionsValidation,
    schema: outputOptionsSchema.schema,
  }),
);

/** `ui:field: DragonflyManifestPreview`. @public */
export const DragonflyManifestPreview = dragonflyPlugin.provide(
  createScaffolderFieldExtension({
    name: 'DragonflyManifestPreview',
    component: ManifestPreview,
    validation: manifestPreviewValidation,
    schema: manifestPreviewSchema.schema,
  }),
);
