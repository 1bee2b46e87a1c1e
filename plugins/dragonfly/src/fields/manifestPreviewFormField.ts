import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import {
  ManifestPreview,
  manifestPreviewSchema,
  manifestPreviewValidation,
} from './ManifestPreview';

/** `DragonflyManifestPreview` for the new frontend system. */
export const manifestPreviewFormField = createFormField({
  name: 'DragonflyManifestPreview',
  component: ManifestPreview,
  validation: manifestPreviewValidation,
  schema: manifestPreviewSchema,
});
