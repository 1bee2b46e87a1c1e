import FormHelperText from '@material-ui/core/FormHelperText';
import { FieldError } from 'backstage-plugin-dragonfly-common';
import { SizingValue } from '../types';
import { MemoryField } from './MemoryField';
import { NumberField } from './NumberField';

interface SizingByNumbersProps {
  value: SizingValue;
  /** What the generator would refuse of the numbers. */
  refusals: FieldError[];
  disabled?: boolean;
  onChange: (value: SizingValue) => void;
}

/** Memory and threads as somebody who knows them states them. */
export function SizingByNumbers(props: SizingByNumbersProps) {
  const { value, refusals, disabled, onChange } = props;
  return (
    <>
      <MemoryField
        label="Memory"
        help='Limit of the data in each region, for example "2Gi". Left empty, it is what the policy says.'
        value={value.memory}
        disabled={disabled}
        onChange={memory => onChange({ ...value, memory })}
      />
      <NumberField
        label="Threads"
        help="Each needs 256 MiB of the memory. Left empty, it is what the memory allows, at most 2."
        value={value.threads}
        disabled={disabled}
        onChange={threads => onChange({ ...value, threads })}
      />
      <div role="status">
        {refusals.map(({ field, message }) => (
          <FormHelperText key={`${field} ${message}`} error>
            {message}
          </FormHelperText>
        ))}
      </div>
    </>
  );
}
