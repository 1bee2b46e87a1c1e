import TextField from '@material-ui/core/TextField';
import { useId } from 'react';
import { RegionCheckboxes } from './RegionCheckboxes';
import { RegionFieldsProps } from './types';

interface ReplicatedRegionsProps extends RegionFieldsProps {
  /** Whether a use case is chosen already, so that the other regions are known to hold replicas. */
  decided: boolean;
}

/** Region of the primary, and those of its replicas. */
export function ReplicatedRegions(props: ReplicatedRegionsProps) {
  const { regions, value, disabled, decided, onChange } = props;
  const selectId = useId();
  const primary = value?.primary ?? '';
  const others = value?.others ?? [];
  return (
    <>
      <TextField
        select
        fullWidth
        required
        id={selectId}
        label="Primary region"
        helperText="Where applications write."
        value={primary}
        disabled={disabled}
        InputLabelProps={{ shrink: true }}
        SelectProps={{ native: true }}
        onChange={event => {
          const chosen = event.target.value;
          onChange(
            chosen
              ? {
                  primary: chosen,
                  others: others.filter(name => name !== chosen),
                }
              : undefined,
          );
        }}
      >
        <option value="">Choose a region</option>
        {regions.map(({ name, title }) => (
          <option key={name} value={name}>{`${title} (${name})`}</option>
        ))}
      </TextField>
      <RegionCheckboxes
        legend={decided ? 'Replica regions' : 'Other regions'}
        help={
          decided
            ? 'Each holds a copy that can be promoted; at least one.'
            : 'Replicas or further primaries, depending on the use case, which is not chosen yet.'
        }
        regions={regions.filter(({ name }) => name !== primary)}
        chosen={others}
        disabled={disabled || !primary}
        onChange={names => onChange({ primary, others: names })}
      />
    </>
  );
}
