/** Stable codes of what can be wrong with a cache. They are API: alerts, runbooks and searches refer to them. @public */
export type ReasonCode =
  | 'UNREACHABLE'
  | 'AUTH_FAILED'
  | 'NO_PRIMARY'
  | 'DUAL_PRIMARY'
  | 'ROLE_DRIFT'
  | 'LINK_DOWN'
  | 'LINK_SILENT'
  | 'FULL_SYNC'
  | 'REPLICATION_STOPPED'
  | 'RESYNC_LOOP'
  | 'TAKEOVER_IN_PROGRESS'
  | 'COPY_WIPED'
  | 'NOT_OBSERVED'
  | 'LAG_HIGH'
  | 'LAG_UNKNOWN'
  | 'MEMORY_PRESSURE'
  | 'REPLICA_SMALLER'
  | 'EVICTING_UNEXPECTED'
  | 'TTL_MISSING'
  | 'VERSION_SKEW'
  | 'AUTH_ASYMMETRIC'
  | 'RESTART_UNSAFE'
  | 'POLICY_MISMATCH'
  | 'STALE'
  | 'DR_MISSING'
  | 'WRONG_PRIMARY'
  | 'LINK_FLAPPING'
  | 'PORTAL_ISOLATED'
  | 'NOT_CONFIGURED';

/** Who acts on a reason. @public */
export type Actor = 'application team' | 'cache owner' | 'platform team';

/** What never changes about a code. @public */
export interface ReasonDefinition {
  severity: 'critical' | 'degraded' | 'unknown';
  /** A few words for a badge or a filter. */
  title: string;
  /** Whether applications notice it right now. */
  applicationsNotice: 'yes' | 'no' | 'maybe';
  actor: Actor;
  nextStep: string;
}

/** One thing that is wrong with a cache, found now. @public */
export interface Reason extends ReasonDefinition {
  code: ReasonCode;
  /** A whole sentence with the region and the numbers of this case. */
  message: string;
  /** Region the reason is about; absent when it is about the whole cache. */
  region?: string;
}
