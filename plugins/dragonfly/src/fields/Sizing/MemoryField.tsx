import TextField from '@material-ui/core/TextField';
import {
  MEMORY_FORMS,
  parseMemoryQuantity,
} from 'backstage-plugin-dragonfly-common';
import { useId } from 'react';

interface MemoryFieldProps {
  label: string;
  help: string;
  value: string | undefined;
  disabled?: boolean;
  onChange: (value: string | undefined) => void;
}

/** An amount of memory with its unit; says while it is typed whether it can be read. */
export function MemoryField(props: MemoryFieldProps) {
  const { label, help, value, disabled, onChange } = props;
  const id = useId();
  const unreadable = value && parseMemoryQuantity(value) === undefined;
  return (
    <TextField
      fullWidth
      id={id}
      label={label}
      error={Boolean(unreadable)}
      helperText={unreadable ? `Expected ${MEMORY_FORMS}.` : help}
      value={value ?? ''}
      disabled={disabled}
      margin="normal"
      inputProps={{ autoComplete: 'off', spellCheck: false }}
      onChange={({ target }) => onChange(target.value.trim() || undefined)}
    />
  );
}
