import FormControl from '@material-ui/core/FormControl';
import FormLabel from '@material-ui/core/FormLabel';
import RadioGroup from '@material-ui/core/RadioGroup';
import { OutputChoice } from 'backstage-plugin-dragonfly-common';
import { useId } from 'react';
import { OptionRadio } from './OptionRadio';
import { OptionWords } from './outputWords';

interface OptionGroupProps<Value extends string | boolean> {
  title: string;
  words: Record<string, OptionWords>;
  choices: OutputChoice<Value>[];
  /** What the form holds; absent while the default is in force. */
  chosen: Value | undefined;
  disabled?: boolean;
  onChange: (value: Value) => void;
}

/** One output field: its values, what each means, and why some cannot be chosen. */
export function OptionGroup<Value extends string | boolean>(
  props: OptionGroupProps<Value>,
) {
  const { title, words, choices, chosen, disabled, onChange } = props;
  const labelId = useId();
  const inForce = choices.find(choice => choice.inForce)?.value;
  return (
    <FormControl
      component="fieldset"
      fullWidth
      disabled={disabled}
      style={{ marginTop: 24 }}
    >
      <FormLabel component="legend" id={labelId}>
        {title}
      </FormLabel>
      <RadioGroup aria-labelledby={labelId} value={String(inForce)}>
        {choices.map(({ value, refusal }) => (
          <OptionRadio
            key={String(value)}
            value={String(value)}
            words={words[String(value)]}
            isDefault={chosen === undefined && value === inForce}
            refusal={
              refusal && `Cannot be chosen. Expected: ${refusal.expected}.`
            }
            onChoose={() => onChange(value)}
          />
        ))}
      </RadioGroup>
    </FormControl>
  );
}
