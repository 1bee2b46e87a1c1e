/** Names of the alerts. They are API: routes, silences and the runbook's anchors refer to them. @public */
export type AlertName =
  | 'DragonflyMonitoringAbsent'
  | 'DragonflyNoReplica'
  | 'DragonflyLinkDown'
  | 'DragonflyFullSync'
  | 'DragonflyResyncLoop'
  | 'DragonflyBacklogHeadroom'
  | 'DragonflyUnexpectedReplica'
  | 'DragonflyMemoryHeadroom'
  | 'DragonflyResidentMemory'
  | 'DragonflyOutOfMemory'
  | 'DragonflyEvictionsUnexpected'
  | 'DragonflyCertificateExpiry'
  | 'DragonflyDualPrimary'
  | 'DragonflyNoPrimary'
  | 'DragonflyLinkSilent'
  | 'DragonflyReplicaSmaller'
  | 'DragonflyVersionSkew'
  | 'DragonflyLagHigh'
  | 'DragonflyRoleDrift'
  | 'DragonflyDrillOverdue'
  | 'DragonflyPromotionInDoubt'
  | 'DragonflyPortalStalled';

/** One alert. Its labels say which region it is about, where it is about one. */
export interface AlertRule {
  alert: AlertName;
  expr: string;
  /** How long the expression must hold, as Prometheus writes it: `2m`. */
  for: string;
  severity: 'critical' | 'warning';
  /** One sentence; may use the labels and the value of the expression. */
  summary: string;
  /** What that means and why it matters now. */
  description: string;
}
