import {
  CacheSpec,
  CrossRegionAccess,
  FieldError,
  Flavour,
  SecretsProvider,
  Topology,
} from '../manifests/types';

/** A component that uses the cache, as somebody answered: a reference alone, or with its namespace. @public */
export type ConsumerAnswer = string | { entityRef: string; namespace?: string };

/** The questions that memory, threads and backlog are computed from; all or none are answered. @public */
export interface SizingQuestions {
  /** All keys and values at their peak, for example `1.5Gi`. */
  data?: string;
  writesPerSecond?: number;
  toleratedCutSeconds?: number;
  roundTripMilliseconds?: number;
}

/**
 * Answers about a cache as people and templates give them: sizes with a unit, references short or full. An empty text
 * is no answer.
 *
 * @public
 */
export interface CacheAnswers {
  name: string;
  description?: string;
  owner: string;
  system?: string;
  useCase: string;
  topology?: Topology;
  primaryRegion: string;
  otherRegions?: string[];
  /** For example `2Gi`. */
  memory?: string;
  threads?: number;
  sizing?: SizingQuestions;
  consumers?: ConsumerAnswer[];
  flavour?: Flavour;
  secrets?: SecretsProvider;
  tls?: boolean;
  crossRegion?: CrossRegionAccess;
  argoCd?: boolean;
  repository?: { url?: string; folder?: string };
}

/** Outcome of reading answers. @public */
export type CacheAnswersResult =
  { ok: true; spec: CacheSpec } | { ok: false; errors: FieldError[] };

/** Names of the template's parameters that hold the answers of the Create wizard. @public */
export interface WizardParameters {
  name: string;
  description: string;
  owner: string;
  system: string;
  /** Value of `DragonflyUseCasePicker`. */
  useCase: string;
  /** Value of `DragonflyRegionPicker`. */
  regions: string;
  /** Value of `DragonflySizing`. */
  sizing: string;
  /** Value of `DragonflyConsumers`, or a list of references. */
  consumers: string;
  /** Value of `DragonflyOutputOptions`. */
  output: string;
  /** Value of `RepoUrlPicker`. */
  repoUrl: string;
  folder: string;
}
