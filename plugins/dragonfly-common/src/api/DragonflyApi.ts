import { CacheState } from '../replication/types';
import { CacheList, PolicyDocument } from './types';

/** @public */
export interface DragonflyRequestOptions {
  /** Sent as bearer token; absent where the `fetchApi` adds the user's own, as the browser's does. */
  token?: string;
  /** Aborts the request; the promise then rejects with an `AbortError`. */
  signal?: AbortSignal;
}

/** What can be asked of the dragonfly backend. @public */
export interface DragonflyApi {
  /** The caching policy in force. */
  getPolicy(options?: DragonflyRequestOptions): Promise<PolicyDocument>;

  /**
   * The caches the caller may see, all of them or only those of `entityRefs`. A reference that is no cache,
   * or that the caller may not see, is left out.
   */
  getCaches(
    request?: { entityRefs?: string[] },
    options?: DragonflyRequestOptions,
  ): Promise<CacheList>;

  /** The state of one cache by its full entity reference, for example `resource:default/sessions`. */
  getCache(
    entityRef: string,
    options?: DragonflyRequestOptions,
  ): Promise<CacheState>;
}
