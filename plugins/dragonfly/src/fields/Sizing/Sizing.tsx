import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import FormHelperText from '@material-ui/core/FormHelperText';
import { PolicyBoundary } from '../PolicyBoundary';
import { readUseCaseOfForm } from '../readUseCaseOfForm';
import { refusalsOf } from '../refusalsOf';
import { SizingValue } from '../types';
import { SIZING_FIELDS } from './errorsOfSizing';
import { SizingOptions } from './schema';
import { SizingByAnswers } from './SizingByAnswers';
import { SizingByNumbers } from './SizingByNumbers';
import { SizingMode } from './SizingMode';

/** @public */
export type SizingProps = FieldExtensionComponentProps<
  SizingValue,
  SizingOptions
>;

/** Form field for the size of a cache: the policy's, one computed from a few answers, or numbers that somebody knows. @public */
export function Sizing(props: SizingProps) {
  const { schema, uiSchema, formContext, disabled, onChange } = props;
  const form = formContext?.formData ?? {};
  const parameters = uiSchema['ui:options']?.parameters;
  // rjsf starts an object field with `{}`.
  const value: SizingValue = {
    ...props.formData,
    by: props.formData?.by ?? 'policy',
  };
  return (
    <PolicyBoundary>
      {document => {
        const { useCase, topology } = readUseCaseOfForm({
          formData: form,
          useCaseField: parameters?.useCase,
          policy: document.policy,
        });
        const replicated = topology !== 'independent';
        return (
          <>
            <FormHelperText component="div">
              {uiSchema['ui:description'] ?? schema.description}
            </FormHelperText>
            <SizingMode
              title={schema.title ?? 'Size'}
              policy={document.policy}
              value={value.by}
              disabled={disabled}
              onChange={by =>
                // What was answered to one question does not count for another.
                onChange(
                  by === 'answers' && !replicated
                    ? { by, toleratedCutSeconds: 0, roundTripMilliseconds: 0 }
                    : { by },
                )
              }
            />
            {value.by === 'answers' && useCase && (
              <SizingByAnswers
                value={value}
                document={document}
                useCase={useCase}
                replicated={replicated}
                disabled={disabled}
                onChange={onChange}
              />
            )}
            {value.by === 'numbers' && (
              <SizingByNumbers
                value={value}
                refusals={refusalsOf(form, SIZING_FIELDS, document, parameters)}
                disabled={disabled}
                onChange={onChange}
              />
            )}
          </>
        );
      }}
    </PolicyBoundary>
  );
}
