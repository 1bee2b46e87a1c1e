import { ReasonCode } from '../../replication/reasons';
import { alertAnchor } from '../monitoring/runbookAnchor';

const HEALTH = 'is-everything-fine';
const MOVE = 'move-the-primary';
const STOPPED = 'replication-has-stopped-on-purpose';
const ATTACH = 'attach-a-region-again-and-fail-back';
const REASONS = 'what-the-portal-reports';

/**
 * Section of a cache's runbook (`docs/runbook.md`) that says what to do about a reason. Only reasons that a cache can
 * have lead to a section: one whose servers do not replicate has neither these reasons nor these sections.
 *
 * @public
 */
export const runbookAnchors: Record<ReasonCode, string> = {
  UNREACHABLE: alertAnchor('DragonflyMonitoringAbsent'),
  AUTH_FAILED: REASONS,
  NO_PRIMARY: alertAnchor('DragonflyNoPrimary'),
  DUAL_PRIMARY: alertAnchor('DragonflyDualPrimary'),
  ROLE_DRIFT: alertAnchor('DragonflyRoleDrift'),
  LINK_DOWN: alertAnchor('DragonflyLinkDown'),
  LINK_SILENT: alertAnchor('DragonflyLinkSilent'),
  FULL_SYNC: alertAnchor('DragonflyFullSync'),
  REPLICATION_STOPPED: STOPPED,
  RESYNC_LOOP: alertAnchor('DragonflyResyncLoop'),
  TAKEOVER_IN_PROGRESS: MOVE,
  COPY_WIPED: STOPPED,
  NOT_OBSERVED: HEALTH,
  LAG_HIGH: alertAnchor('DragonflyLagHigh'),
  LAG_UNKNOWN: REASONS,
  MEMORY_PRESSURE: alertAnchor('DragonflyMemoryHeadroom'),
  REPLICA_SMALLER: alertAnchor('DragonflyReplicaSmaller'),
  EVICTING_UNEXPECTED: alertAnchor('DragonflyEvictionsUnexpected'),
  TTL_MISSING: REASONS,
  VERSION_SKEW: alertAnchor('DragonflyVersionSkew'),
  AUTH_ASYMMETRIC: REASONS,
  RESTART_UNSAFE: alertAnchor('DragonflyRoleDrift'),
  POLICY_MISMATCH: REASONS,
  STALE: alertAnchor('DragonflyPortalStalled'),
  DR_MISSING: REASONS,
  WRONG_PRIMARY: ATTACH,
  LINK_FLAPPING: alertAnchor('DragonflyResyncLoop'),
  PORTAL_ISOLATED: HEALTH,
  NOT_CONFIGURED: REASONS,
};
