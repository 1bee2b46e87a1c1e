import { IndexableDocument } from '@backstage/plugin-search-common';
import { Verdict } from '../replication/types';

/** Type of the search documents that describe caches. @public */
export const DRAGONFLY_CACHE_DOCUMENT_TYPE = 'dragonfly-cache';

/**
 * A cache as portal search indexes it.
 *
 * `verdict` and `reasons` are those of the moment of indexing; whoever shows a result asks the backend for the live ones.
 *
 * @public
 */
export interface DragonflyCacheDocument extends IndexableDocument {
  /** Full reference of the cache's entity, for example `resource:default/sessions`. */
  entityRef: string;
  /** Full reference of the owning User or Group. */
  owner?: string;
  /** Full reference of a System. */
  system?: string;
  /** Title of the use case in the policy. */
  useCase?: string;
  /** Region names, the declared primary's first. */
  regions: string[];
  verdict: Verdict;
  /** One sentence per reason, worst first. */
  reasons: string[];
}
