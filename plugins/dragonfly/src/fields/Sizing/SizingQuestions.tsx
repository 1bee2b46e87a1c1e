import { SizingValue } from '../types';
import { MemoryField } from './MemoryField';
import { NumberField } from './NumberField';

interface SizingQuestionsProps {
  value: SizingValue;
  /** Without replicas there is nothing to cut, so two of the questions are not asked. */
  replicated: boolean;
  disabled?: boolean;
  onChange: (change: Partial<SizingValue>) => void;
}

/** The questions that the size of a cache is computed from. */
export function SizingQuestions(props: SizingQuestionsProps) {
  const { value, replicated, disabled, onChange } = props;
  return (
    <>
      <MemoryField
        label="Data at its peak"
        help='All keys and values together, for example "1.5Gi".'
        value={value.data}
        disabled={disabled}
        onChange={data => onChange({ data })}
      />
      <NumberField
        label="Writes per second at their peak"
        help="All applications together; a key that expires counts as part of its write."
        value={value.writesPerSecond}
        disabled={disabled}
        onChange={writesPerSecond => onChange({ writesPerSecond })}
      />
      {replicated && (
        <>
          <NumberField
            label="Longest cut between the regions to tolerate, in seconds"
            help="After a longer one, the replica copies everything anew."
            value={value.toleratedCutSeconds}
            disabled={disabled}
            onChange={toleratedCutSeconds => onChange({ toleratedCutSeconds })}
          />
          <NumberField
            label="Round-trip time between the regions, in milliseconds"
            help="For example as ping measures it."
            step="any"
            value={value.roundTripMilliseconds}
            disabled={disabled}
            onChange={roundTripMilliseconds =>
              onChange({ roundTripMilliseconds })
            }
          />
        </>
      )}
    </>
  );
}
