import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { loadPolicy } from '../loadPolicy';
import { PreviewValue } from '../types';
import { errorsOfPreview } from './errorsOfPreview';
import { findingsOf } from './findingsOf';
import { previewOf } from './previewOf';
import { ManifestPreviewOptions } from './schema';

/** Holds the wizard until the files can be generated from the policy in force. @public */
export const manifestPreviewValidation: CustomFieldValidator<
  Partial<PreviewValue>,
  ManifestPreviewOptions
> = async (_value, field, { apiHolder, formData, uiSchema }) => {
  const document = await loadPolicy(apiHolder);
  const parameters = uiSchema?.['ui:options']?.parameters;
  const preview = previewOf(formData, document, parameters);
  for (const error of errorsOfPreview(preview, findingsOf(preview, document))) {
    field.addError(error);
  }
};
