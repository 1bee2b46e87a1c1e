export { FleetControlClient } from './fleetControlClient';
export {
  startFleetControl,
  type FleetControl,
  type FleetControlOptions,
} from './startFleetControl';
export type {
  BlackHoleInput,
  ControlledApply,
  ControlledCache,
  DelayInput,
  ThrottleInput,
} from './schemas';
