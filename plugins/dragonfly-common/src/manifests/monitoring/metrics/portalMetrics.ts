/**
 * Metrics of the portal, for what no single server knows: the declared role, lag in time, drills and operations. Each
 * carries the label `cache`; those about one server carry `region` too.
 *
 * @public
 */
export const portalMetrics = {
  /** Lag of the replica in the region, in seconds; absent while there is no usable copy. */
  replicationLagSeconds: 'dragonfly_portal_replication_lag_seconds',
  /** What the use case of the cache tolerates, in seconds. */
  replicationLagLimitSeconds: 'dragonfly_portal_replication_lag_limit_seconds',
  /** 1 where declared and observed role of the server in the region differ, else 0. */
  roleDrift: 'dragonfly_portal_role_drift',
  /** Unix time of the end of the last drill, in seconds; of the cache's first sight when there was none. */
  lastDrillTimestampSeconds: 'dragonfly_portal_last_drill_timestamp_seconds',
  /** 1 while an operation on the cache is in doubt, else 0. */
  operationInDoubt: 'dragonfly_portal_operation_in_doubt',
  /** Seconds since the portal last probed the server in the region; it grows when the portal's monitor stalls. */
  observationAgeSeconds: 'dragonfly_portal_observation_age_seconds',
} as const;
