import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { PolicyBoundary } from '../PolicyBoundary';
import { UseCaseValue } from '../types';
import { UseCaseRadioGroup } from './UseCaseRadioGroup';

/** @public */
export type UseCasePickerProps = FieldExtensionComponentProps<UseCaseValue>;

/** Form field that asks what a cache is for; the choices are the rows of the policy's table. @public */
export function UseCasePicker(props: UseCasePickerProps) {
  const { schema, uiSchema, formData, required, disabled, onChange } = props;
  return (
    <PolicyBoundary>
      {document => (
        <UseCaseRadioGroup
          title={schema.title ?? 'Use case'}
          description={uiSchema['ui:description'] ?? schema.description}
          document={document}
          value={formData}
          required={required}
          disabled={disabled}
          onChange={onChange}
        />
      )}
    </PolicyBoundary>
  );
}
