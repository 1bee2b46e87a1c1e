import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useEffect } from 'react';
import { PolicyBoundary } from '../PolicyBoundary';
import { PreviewValue } from '../types';
import { CompactPreview } from './CompactPreview';
import { FullPreview } from './FullPreview';
import { ManifestPreviewOptions } from './schema';

/** @public */
export type ManifestPreviewProps = FieldExtensionComponentProps<
  Partial<PreviewValue>,
  ManifestPreviewOptions
>;

const NOTHING = {};

/** Form field that shows every file the form would create, made in the browser while somebody types. @public */
export function ManifestPreview(props: ManifestPreviewProps) {
  const { uiSchema, formContext, formData, onChange } = props;
  const { compact, parameters } = uiSchema['ui:options'] ?? {};
  const form = formContext?.formData ?? NOTHING;
  const hasNoValue = !compact && formData === undefined;
  useEffect(() => {
    // The scaffolder validates only what has a value, so there has to be one before the policy has arrived.
    if (hasNoValue) {
      onChange({});
    }
  });
  return (
    <PolicyBoundary>
      {document =>
        compact ? (
          <CompactPreview
            form={form}
            document={document}
            parameters={parameters}
          />
        ) : (
          <FullPreview
            form={form}
            document={document}
            parameters={parameters}
            value={formData}
            onChange={onChange}
          />
        )
      }
    </PolicyBoundary>
  );
}
