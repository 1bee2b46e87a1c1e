import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { Topology, UseCase } from 'backstage-plugin-dragonfly-common';
import { useId } from 'react';

const choices: { topology: Topology; label: string }[] = [
  {
    topology: 'replicated',
    label: 'With disaster recovery: a replica in at least one other region',
  },
  {
    topology: 'independent',
    label:
      'Without disaster recovery: a primary in each region, no replication; a region loss loses its data',
  },
];

interface TopologyChoiceProps {
  /** A use case whose disaster recovery is optional. */
  useCase: UseCase;
  value: Topology | undefined;
  disabled?: boolean;
  onChange: (topology: Topology) => void;
}

/** Asks what the policy leaves open. */
export function TopologyChoice(props: TopologyChoiceProps) {
  const { useCase, value, disabled, onChange } = props;
  const labelId = useId();
  return (
    <FormControl
      component="fieldset"
      disabled={disabled}
      style={{ marginTop: 16 }}
    >
      <FormLabel component="legend" id={labelId}>
        {`Disaster recovery of ${useCase.title}`}
      </FormLabel>
      <RadioGroup aria-labelledby={labelId} value={value ?? ''}>
        {choices.map(({ topology, label }) => (
          <FormControlLabel
            key={topology}
            value={topology}
            label={label}
            control={
              <Radio color="primary" onChange={() => onChange(topology)} />
            }
          />
        ))}
      </RadioGroup>
    </FormControl>
  );
}
