import TextField from '@material-ui/core/TextField';
import { useId } from 'react';

interface NumberFieldProps {
  label: string;
  help: string;
  value: number | undefined;
  step?: number | 'any';
  disabled?: boolean;
  onChange: (value: number | undefined) => void;
}

/** A number that somebody types, or nothing. */
export function NumberField(props: NumberFieldProps) {
  const { label, help, value, step = 1, disabled, onChange } = props;
  const id = useId();
  return (
    <TextField
      fullWidth
      id={id}
      type="number"
      label={label}
      helperText={help}
      value={value ?? ''}
      disabled={disabled}
      margin="normal"
      inputProps={{ min: 0, step }}
      onChange={({ target }) =>
        onChange(target.value === '' ? undefined : Number(target.value))
      }
    />
  );
}
