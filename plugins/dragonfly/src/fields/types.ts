import { Topology } from 'backstage-plugin-dragonfly-common';

/** Value of the form field `DragonflyUseCasePicker`. @public */
export interface UseCaseValue {
  /** Id of a use case of the policy. */
  id: string;
  /** Only where the policy leaves the choice ("Optional"). */
  topology?: Topology;
  /** The policy the choice was made from; the action stops when another one is in force by then. */
  policyRevision: string;
}

/** Value of the form field `DragonflyRegionPicker`. @public */
export interface RegionsValue {
  /** Region of the primary; when `independent`, simply the first region. */
  primary: string;
  /** Replicas when `replicated`, further primaries when `independent`. */
  others: string[];
}
