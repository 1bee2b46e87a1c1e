import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import FormHelperText from '@material-ui/core/FormHelperText';
import { useRef } from 'react';
import { PolicyBoundary } from '../PolicyBoundary';
import { refusalsOf } from '../refusalsOf';
import { ConsumerValue } from '../types';
import { ConsumerList } from './ConsumerList';
import { consumerOf } from './consumerOf';
import { ConsumerSearch } from './ConsumerSearch';
import { CONSUMER_FIELDS } from './consumersValidation';
import { ConsumersOptions } from './schema';

/** @public */
export type ConsumersProps = FieldExtensionComponentProps<
  ConsumerValue[],
  ConsumersOptions
>;

/** Form field for the components that use a cache, each with the namespace it runs in. @public */
export function Consumers(props: ConsumersProps) {
  const { schema, uiSchema, idSchema, formContext, disabled, onChange } = props;
  const consumers = props.formData ?? [];
  const searchInput = useRef<HTMLInputElement>(null);
  return (
    <PolicyBoundary>
      {document => (
        <>
          <ConsumerSearch
            id={idSchema?.$id}
            label={schema.title ?? 'Components that use the cache'}
            chosen={consumers.map(({ entityRef }) => entityRef)}
            disabled={disabled}
            inputRef={searchInput}
            onAdd={component => onChange([...consumers, consumerOf(component)])}
          />
          <FormHelperText component="div">
            {uiSchema['ui:description'] ?? schema.description}
          </FormHelperText>
          <ConsumerList
            consumers={consumers}
            refusals={refusalsOf(
              formContext?.formData ?? {},
              CONSUMER_FIELDS,
              document,
              uiSchema['ui:options']?.parameters,
            )}
            disabled={disabled}
            onChange={onChange}
            onRemove={left => {
              onChange(left);
              // The button that had the focus is gone.
              searchInput.current?.focus();
            }}
          />
        </>
      )}
    </PolicyBoundary>
  );
}
