import { EventPage, SeriesAnswer, SeriesMetric } from '../history/types';
import { Maintenance, MaintenanceRequest } from '../maintenance/types';
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
   * or that the caller may not see, is left out. With a limit, a page of them.
   */
  getCaches(
    request?: CachesRequest,
    options?: DragonflyRequestOptions,
  ): Promise<CacheList>;

  /** The state of one cache by its full entity reference, for example `resource:default/sessions`. */
  getCache(
    entityRef: string,
    options?: DragonflyRequestOptions,
  ): Promise<CacheState>;

  /** How one cache was over time; the resolution follows from the range. */
  getSeries(
    request: SeriesRequest,
    options?: DragonflyRequestOptions,
  ): Promise<SeriesAnswer>;

  /** What happened to one cache, newest first. */
  getEvents(
    request: EventsRequest,
    options?: DragonflyRequestOptions,
  ): Promise<EventPage>;

  /**
   * Declares from now on that somebody works on a cache, in place of what was declared before; nobody is notified of it
   * meanwhile. Only for a user with the permission `dragonfly.cache.maintain`.
   */
  startMaintenance(
    entityRef: string,
    request: MaintenanceRequest,
    options?: DragonflyRequestOptions,
  ): Promise<Maintenance>;

  /** Ends the maintenance of a cache, if there is one; needs what declaring it needs. */
  endMaintenance(
    entityRef: string,
    options?: DragonflyRequestOptions,
  ): Promise<void>;
}

/** A question for caches. @public */
export interface CachesRequest {
  /** Full references; all caches when absent or empty. */
  entityRefs?: string[];
  /** 1 to 500; everything when absent. */
  limit?: number;
  /** `nextCursor` of the page before. */
  cursor?: string;
}

/** A question for series of one cache. @public */
export interface SeriesRequest {
  entityRef: string;
  metrics: SeriesMetric[];
  /** ISO 8601; `to` is not part of the range. */
  from: string;
  to: string;
}

/** A question for events of one cache. @public */
export interface EventsRequest {
  entityRef: string;
  /** `nextCursor` of the page before; absent for the newest events. */
  cursor?: string;
  /** 1 to 200; 50 when absent. */
  limit?: number;
}
