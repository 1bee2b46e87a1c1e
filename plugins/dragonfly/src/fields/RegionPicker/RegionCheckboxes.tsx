import Checkbox from '@material-ui/core/Checkbox';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormGroup from '@material-ui/core/FormGroup';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import { RegionSettings } from 'backstage-plugin-dragonfly-common';

interface RegionCheckboxesProps {
  legend: string;
  help: string;
  regions: RegionSettings[];
  /** Names of the chosen regions. */
  chosen: string[];
  disabled?: boolean;
  /** Called with the chosen names in the order of `regions`. */
  onChange: (chosen: string[]) => void;
}

/** Any number of regions out of several. */
export function RegionCheckboxes(props: RegionCheckboxesProps) {
  const { legend, help, regions, chosen, disabled, onChange } = props;
  return (
    <FormControl
      component="fieldset"
      disabled={disabled}
      style={{ display: 'block', marginTop: 16 }}
    >
      <FormLabel component="legend">{legend}</FormLabel>
      <FormGroup>
        {regions.map(({ name, title }) => (
          <FormControlLabel
            key={name}
            label={`${title} (${name})`}
            control={
              <Checkbox
                color="primary"
                checked={chosen.includes(name)}
                onChange={(_, checked) =>
                  onChange(
                    regions
                      .map(region => region.name)
                      .filter(other =>
                        other === name ? checked : chosen.includes(other),
                      ),
                  )
                }
              />
            }
          />
        ))}
      </FormGroup>
      <FormHelperText>{help}</FormHelperText>
    </FormControl>
  );
}
