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
  /** Absent while no policy could be read; use cases are then not checked. */
  policy?: Policy;
  /** Lag above which a cache is degraded, in seconds; by id of the use case where it differs. */
  lagThresholdSeconds: {
    standard: number;
    byUseCase: Record<string, number>;
  };
}

/** What `dragonfly.caches.<name>` says of one cache. @public */
export interface CacheOverride {
  /** Full reference of the entity the name is bound to. */
  entityRef?: string;
  /** Regions it has a node in; when present, no profile is looked at. */
  regions?: string[];
}

/** Name of the profile of an entity that names none. @public */
export const DEFAULT_PROFILE = 'default';
