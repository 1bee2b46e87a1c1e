/**
 * The annotations of a cache entity. These are the only ones the plugins read.
 *
 * None of them can hold a host, a port or a credential: where a cache is reached comes from app-config only.
 *
 * @public
 */
export const cacheAnnotations = {
  /** Name of the cache, a DNS label. Its presence makes an entity of `kind: Resource`, `spec.type: cache` a cache. */
  cache: 'dragonflydb.io/cache',
  /** Name of a profile in `dragonfly.profiles`; `default` when absent. */
  profile: 'dragonflydb.io/profile',
  /** Id of a use case of the policy, for example `session-cache`. */
  useCase: 'dragonflydb.io/use-case',
  /** `replicated` or `independent`. */
  topology: 'dragonflydb.io/topology',
  /** Names of the regions the cache runs in, separated by commas. */
  regions: 'dragonflydb.io/regions',
  /** Region declared to hold the primary; absent when the topology is `independent`. */
  primaryRegion: 'dragonflydb.io/primary-region',
} as const;

/** Kind and type of a cache entity. @public */
export const CACHE_ENTITY = { kind: 'Resource', type: 'cache' } as const;
