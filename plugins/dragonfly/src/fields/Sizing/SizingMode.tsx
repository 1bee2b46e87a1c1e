import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { formatMemory, Policy } from 'backstage-plugin-dragonfly-common';
import { useId } from 'react';
import { SizingValue } from '../types';

interface SizingModeProps {
  title: string;
  policy: Policy;
  value: SizingValue['by'];
  disabled?: boolean;
  onChange: (by: SizingValue['by']) => void;
}

/** Asks where the size of a cache comes from. */
export function SizingMode(props: SizingModeProps) {
  const { title, policy, value, disabled, onChange } = props;
  const labelId = useId();
  const { memoryBytes } = policy.primary;
  const choices: { by: SizingValue['by']; label: string }[] = [
    {
      by: 'policy',
      label: `The size of the policy: ${formatMemory(memoryBytes.value)} (from ADR line ${memoryBytes.line})`,
    },
    { by: 'answers', label: 'Compute it from a few answers' },
    { by: 'numbers', label: 'I know the numbers' },
  ];
  return (
    <FormControl component="fieldset" disabled={disabled}>
      <FormLabel component="legend" id={labelId}>
        {title}
      </FormLabel>
      <RadioGroup aria-labelledby={labelId} value={value}>
        {choices.map(({ by, label }) => (
          <FormControlLabel
            key={by}
            value={by}
            label={label}
            control={<Radio color="primary" onChange={() => onChange(by)} />}
          />
        ))}
      </RadioGroup>
    </FormControl>
  );
}
