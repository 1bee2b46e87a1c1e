import { RegionSettings } from 'backstage-plugin-dragonfly-common';
import { Draft } from '../chosenUseCase';
import { RegionsValue } from '../types';

/** What the fields of every topology share. */
export interface RegionFieldsProps {
  regions: RegionSettings[];
  value: Draft<RegionsValue>;
  disabled?: boolean;
  /** Called with nothing when no region is left. */
  onChange: (value: RegionsValue | undefined) => void;
}
