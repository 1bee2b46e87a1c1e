import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import FormHelperText from '@material-ui/core/FormHelperText';
import { PolicyBoundary } from '../PolicyBoundary';
import { RegionsValue } from '../types';
import { IndependentRegions } from './IndependentRegions';
import { readUseCaseOfForm } from '../readUseCaseOfForm';
import { ReplicatedRegions } from './ReplicatedRegions';
import { RegionPickerOptions } from './schema';

/** @public */
export type RegionPickerProps = FieldExtensionComponentProps<
  RegionsValue,
  RegionPickerOptions
>;

/** Form field that asks where a cache runs; what it asks follows from the use case chosen in the same form. @public */
export function RegionPicker(props: RegionPickerProps) {
  const { schema, uiSchema, formContext, formData, disabled, onChange } = props;
  return (
    <PolicyBoundary>
      {({ policy, settings }) => {
        const { topology } = readUseCaseOfForm({
          formData: formContext?.formData,
          useCaseField: uiSchema['ui:options']?.useCaseField,
          policy,
        });
        const shared = {
          regions: settings.regions,
          value: formData,
          disabled,
          onChange,
        };
        if (!settings.regions.length) {
          return (
            <FormHelperText error>
              No regions are configured. Ask the platform team to set
              dragonfly.regions in the portal’s configuration.
            </FormHelperText>
          );
        }
        return (
          <>
            <FormHelperText component="div">
              {uiSchema['ui:description'] ?? schema.description}
            </FormHelperText>
            {topology === 'independent' ? (
              <IndependentRegions {...shared} />
            ) : (
              <ReplicatedRegions {...shared} decided={topology !== undefined} />
            )}
          </>
        );
      }}
    </PolicyBoundary>
  );
}
