import { RegionCheckboxes } from './RegionCheckboxes';
import { RegionFieldsProps } from './types';

/** Regions of a cache whose primaries know nothing of each other. */
export function IndependentRegions(props: RegionFieldsProps) {
  const { regions, value, disabled, onChange } = props;
  const chosen = value?.primary ? [value.primary, ...(value.others ?? [])] : [];
  return (
    <RegionCheckboxes
      legend="Regions"
      help="Each region gets a primary of its own. Nothing is replicated between them."
      regions={regions}
      chosen={chosen}
      disabled={disabled}
      onChange={([primary, ...others]) =>
        onChange(primary ? { primary, others } : undefined)
      }
    />
  );
}
