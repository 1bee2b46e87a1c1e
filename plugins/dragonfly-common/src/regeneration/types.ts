import {
  CacheConsumer,
  CacheSpec,
  FieldError,
  ManifestFile,
  SizingAnswers,
} from '../manifests/types';
import { RepositoryProblem } from '../roleChange/types';

/** What a request may change about a cache that exists. Its name, use case and topology never change. @public */
export interface CacheChange {
  memoryBytes?: number;
  threads?: number;
  /** Replaces the answers given before, and memory and threads that are not given beside it. */
  sizing?: SizingAnswers;
  /** A consumer that is listed already gets the namespace given here. */
  addConsumers?: CacheConsumer[];
  /** Full references. */
  removeConsumers?: string[];
  addRegions?: string[];
  /** Never the primary's. */
  removeRegions?: string[];
  /** Choices about the output and the entity. */
  options?: Partial<
    Pick<
      CacheSpec,
      | 'description'
      | 'owner'
      | 'system'
      | 'secrets'
      | 'tls'
      | 'crossRegion'
      | 'argoCd'
      | 'repository'
    >
  >;
}

/** A changed request, or one error per field of the change that does not fit the cache. @public */
export type ChangedRequest =
  { ok: true; spec: CacheSpec } | { ok: false; errors: FieldError[] };

/** Which running servers go on with an old pod template after a change. @public */
export type RestartNeed =
  /** Nothing that a server reads at its start has changed. */
  | { kind: 'none' }
  /** The pods must be deleted one by one (`OnDelete`). */
  | { kind: 'restart' }
  /** Kubernetes refuses the change in place: the StatefulSet must be deleted without its pods and applied anew. */
  | { kind: 'recreate' }
  /** The operator restarts the servers by itself. */
  | { kind: 'operator' };

/** How the files of an older output become those of a new one. @public */
export type Regeneration =
  | {
      ok: true;
      /** New and changed files. */
      write: ManifestFile[];
      /** Files that were generated before and are not any more. */
      delete: string[];
      /** Files of others, and those under `custom/`. */
      kept: string[];
      /** Files that somebody had edited and that are overwritten, because that was asked for. */
      overwritten: string[];
      /** Whether there is nothing to write and nothing to delete. */
      unchanged: boolean;
      restart: RestartNeed;
      /** Markdown for people: what changes, why, and what to do about running servers. */
      report: string;
    }
  | { ok: false; errors: RepositoryProblem[] };

/** How the files of a cache go away. @public */
export type Retirement =
  | {
      ok: true;
      delete: string[];
      /** Files that stay with other content: a `catalog-info.yaml` that describes other entities too. */
      write: ManifestFile[];
      kept: string[];
      /** Markdown for people: what goes, what stays and in which order to go about it. */
      report: string;
    }
  | { ok: false; errors: RepositoryProblem[] };
