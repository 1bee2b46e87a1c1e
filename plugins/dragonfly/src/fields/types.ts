import {
  CrossRegionAccess,
  Flavour,
  SecretsProvider,
  Topology,
} from 'backstage-plugin-dragonfly-common';

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

/** Value of the form field `DragonflySizing`: what is asked depends on `by`. @public */
export interface SizingValue {
  /** The policy's size, one computed from a few answers, or numbers that somebody knows. */
  by: 'policy' | 'answers' | 'numbers';
  /** By answers: all keys and values at their peak, for example `1.5Gi`. */
  data?: string;
  writesPerSecond?: number;
  toleratedCutSeconds?: number;
  roundTripMilliseconds?: number;
  /** By numbers: limit of the data set, for example `2Gi`. */
  memory?: string;
  threads?: number;
}

/** One entry of the value of the form field `DragonflyConsumers`. @public */
export interface ConsumerValue {
  /** Full reference of a component. */
  entityRef: string;
  /** Kubernetes namespace it runs in. */
  namespace: string;
}

/** Value of the form field `DragonflyOutputOptions`; what is absent, the platform's settings decide. @public */
export interface OutputValue {
  flavour?: Flavour;
  secrets?: SecretsProvider;
  tls?: boolean;
  crossRegion?: CrossRegionAccess;
  argoCd?: boolean;
}

/** Value of the form field `DragonflyManifestPreview`: what the review page says of the files, in words; empty while there are none. @public */
export interface PreviewValue {
  cache: string;
  consumers: string;
  output: string;
  files: string;
  differences: string;
  findings: string;
}
