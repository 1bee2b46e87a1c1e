import { Policy } from '../policy/types';

/**
 * What app-config and policy say, as far as declarations depend on it. Holds no host and no credential.
 *
 * @public
 */
export interface InventoryContext {
  /** Names of `dragonfly.regions`. */
  regions: string[];
  /** Regions a profile has a node in, by the profile's name. */
  profiles: Record<string, string[]>;
  /** Entries of `dragonfly.caches`, by the cache's name. */
  caches: Record<string, CacheOverride>;
  /** What of `profiles` and `caches` is not from app-config; absent where app-config names no inventory source. */
  source?: SourceContext;
  /** Absent while no policy could be read; use cases are then not checked. */
  policy?: Policy;
  /** Lag above which a cache is degraded, in seconds; by id of the use case where it differs. */
  lagThresholdSeconds: {
    standard: number;
    byUseCase: Record<string, number>;
  };
  /** Where runbooks are kept when not beside the entities; `{{cache}}` and `{{anchor}}` stand for cache and section. */
  runbookUrl?: string;
}

/**
 * What the inventory source contributes, and what is wrong with it.
 *
 * @public
 */
export interface SourceContext {
  /** Names of caches whose entry is the inventory source's. */
  caches: string[];
  /** Names of profiles that are the inventory source's. */
  profiles: string[];
  problems: {
    /** Whole sentences by the name of the cache. */
    caches: Record<string, string>;
    /** Whole sentences by the name of the profile. */
    profiles: Record<string, string>;
  };
}

/** What `dragonfly.caches.<name>`, or that entry of the inventory source, says of one cache. @public */
export interface CacheOverride {
  /** Full reference of the entity the name is bound to. */
  entityRef?: string;
  /** Regions it has a node in; when present, no profile is looked at. */
  regions?: string[];
}

/** Name of the profile of an entity that names none. @public */
export const DEFAULT_PROFILE = 'default';
