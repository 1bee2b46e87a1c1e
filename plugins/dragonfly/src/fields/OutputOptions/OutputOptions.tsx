import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import FormHelperText from '@material-ui/core/FormHelperText';
import {
  cacheSpecOfForm,
  outputChoices,
} from 'backstage-plugin-dragonfly-common';
import { PolicyBoundary } from '../PolicyBoundary';
import { Draft } from '../chosenUseCase';
import { OutputValue } from '../types';
import { OptionGroup } from './OptionGroup';
import { outputWords } from './outputWords';
import { OutputOptionsOptions } from './schema';

/** @public */
export type OutputOptionsProps = FieldExtensionComponentProps<
  OutputValue,
  OutputOptionsOptions
>;

/** Form field for what the files contain beside the servers; its defaults are the platform's settings. @public */
export function OutputOptions(props: OutputOptionsProps) {
  const { schema, uiSchema, formContext, formData, disabled, onChange } = props;
  const value: Draft<OutputValue> = formData;
  return (
    <PolicyBoundary>
      {({ policy, settings }) => {
        const read = cacheSpecOfForm(
          formContext?.formData ?? {},
          uiSchema['ui:options']?.parameters,
        );
        if (!read.ok) {
          return (
            <FormHelperText error>
              {`An earlier answer has to be corrected first. ${read.errors[0].message}`}
            </FormHelperText>
          );
        }
        const choices = outputChoices(read.spec, policy, settings);
        const set = (change: OutputValue) => onChange({ ...value, ...change });
        return (
          <>
            <FormHelperText component="div">
              {uiSchema['ui:description'] ?? schema.description}
            </FormHelperText>
            <OptionGroup
              title={outputWords.flavour.title}
              words={outputWords.flavour.values}
              choices={choices.flavour}
              disabled={disabled}
              chosen={value?.flavour}
              onChange={flavour => set({ flavour })}
            />
            <OptionGroup
              title={outputWords.secrets.title}
              words={outputWords.secrets.values}
              choices={choices.secrets}
              disabled={disabled}
              chosen={value?.secrets}
              onChange={secrets => set({ secrets })}
            />
            <OptionGroup
              title={outputWords.tls.title}
              words={outputWords.tls.values}
              choices={choices.tls}
              disabled={disabled}
              chosen={value?.tls}
              onChange={tls => set({ tls })}
            />
            <OptionGroup
              title={outputWords.crossRegion.title}
              words={outputWords.crossRegion.values}
              choices={choices.crossRegion}
              disabled={disabled}
              chosen={value?.crossRegion}
              onChange={crossRegion => set({ crossRegion })}
            />
            <OptionGroup
              title={outputWords.argoCd.title}
              words={outputWords.argoCd.values}
              choices={choices.argoCd}
              disabled={disabled}
              chosen={value?.argoCd}
              onChange={argoCd => set({ argoCd })}
            />
          </>
        );
      }}
    </PolicyBoundary>
  );
}
