import { ManifestFile } from '../manifests/types';

/** What can be wrong with a folder of manifests. Stable. @public */
export type RepositoryProblemCode =
  | 'no-record'
  | 'record-unreadable'
  | 'independent-topology'
  | 'unknown-region'
  | 'region-not-recorded'
  | 'file-missing'
  | 'file-unreadable'
  | 'no-primary'
  | 'several-primaries'
  | 'replica-follows-another'
  | 'write-service-leads-elsewhere'
  | 'annotation-missing'
  | 'annotation-disagrees'
  | 'edit-impossible'
  | 'edited-by-hand'
  | 'path-taken'
  | 'primary-region-removed'
  | 'topology-changed'
  | 'another-cache'
  | 'consumers-listed';

/** Why a folder of manifests is not what a change expects: what was found, where, and what to do. @public */
export interface RepositoryProblem {
  code: RepositoryProblemCode;
  /** Relative to the folder of the cache, with forward slashes. */
  path: string;
  /** One-based; absent when it is about the file as a whole, or about one that is not there. */
  line?: number;
  found: string;
  expected: string;
  /** Whole sentences: file and line, what was found, what was expected and what to do. */
  message: string;
}

/** Outcome of moving the declared role of primary to another region. @public */
export type RoleChange =
  | {
      ok: true;
      /** Region that held the primary according to the files. */
      from: string;
      to: string;
      /** Files with their new text; nothing else changes. */
      changed: ManifestFile[];
      /** Whether the files declared that region already, so that there is nothing to change. */
      unchanged: boolean;
      /** Markdown for people: what changes and what to mind. */
      report: string;
    }
  | { ok: false; errors: RepositoryProblem[] };
