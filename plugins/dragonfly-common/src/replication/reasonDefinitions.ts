import { ReasonCode, ReasonDefinition } from './reasons';

/**
 * What each code means, how grave it is and what to do. The order within a severity is the order in which the reasons of
 * one cache are listed.
 *
 * @public
 */
export const reasonDefinitions: Record<ReasonCode, ReasonDefinition> = {
  NO_PRIMARY: {
    severity: 'critical',
    title: 'No primary',
    applicationsNotice: 'yes',
    actor: 'platform team',
    nextStep:
      'Promote the replica that has the newest data; treat the old primary as lost until it answers.',
  },
  DUAL_PRIMARY: {
    severity: 'critical',
    title: 'Two primaries',
    applicationsNotice: 'maybe',
    actor: 'platform team',
    nextStep:
      'Stop writes to the primary that should not be one, decide which side to keep, then re-attach the other; its own writes are lost by that.',
  },
  UNREACHABLE: {
    severity: 'critical',
    title: 'Server unreachable',
    applicationsNotice: 'maybe',
    actor: 'platform team',
    nextStep:
      'Check the server, its region and the network from the portal; if a primary is lost, decide on a failover.',
  },
  COPY_WIPED: {
    severity: 'critical',
    title: 'Copy overwritten',
    applicationsNotice: 'yes',
    actor: 'cache owner',
    nextStep:
      'Expect cold caches and warm them up; make a restarted primary unable to overwrite its replica (--break_replication_on_master_restart=true).',
  },
  WRONG_PRIMARY: {
    severity: 'critical',
    title: 'Follows another server',
    applicationsNotice: 'maybe',
    actor: 'platform team',
    nextStep:
      'Compare the address the replica follows with the primary of this cache and attach the replica to the right one.',
  },
  REPLICATION_STOPPED: {
    severity: 'critical',
    title: 'Replication stopped',
    applicationsNotice: 'maybe',
    actor: 'cache owner',
    nextStep:
      'If the primary came back empty, promote the replica, which still holds the data; re-attaching it would overwrite its data with the primary’s.',
  },
  LINK_DOWN: {
    severity: 'critical',
    title: 'Link down',
    applicationsNotice: 'no',
    actor: 'platform team',
    nextStep:
      'Check that the primary runs, the network between the regions, and that the replica’s password for the primary is right.',
  },
  RESTART_UNSAFE: {
    severity: 'critical',
    title: 'Restart would lose data',
    applicationsNotice: 'no',
    actor: 'cache owner',
    nextStep:
      'Merge the change of the declared role before anything restarts the server.',
  },
  TAKEOVER_IN_PROGRESS: {
    severity: 'degraded',
    title: 'Takeover in progress',
    applicationsNotice: 'yes',
    actor: 'platform team',
    nextStep:
      'Wait for the takeover to end and start no second one; if it fails, expect the old primary to shut down.',
  },
  FULL_SYNC: {
    severity: 'degraded',
    title: 'Full sync',
    applicationsNotice: 'no',
    actor: 'cache owner',
    nextStep:
      'Wait until it ends and do not promote this replica meanwhile: its data is incomplete.',
  },
  RESYNC_LOOP: {
    severity: 'degraded',
    title: 'Full sync fails repeatedly',
    applicationsNotice: 'maybe',
    actor: 'cache owner',
    nextStep:
      'Give the replica at least the memory of the primary, then check the primary’s replication backlog and timeout.',
  },
  LINK_SILENT: {
    severity: 'degraded',
    title: 'Link silent',
    applicationsNotice: 'maybe',
    actor: 'platform team',
    nextStep:
      'Check the network between the regions: the connection is open but nothing gets through.',
  },
  LINK_FLAPPING: {
    severity: 'degraded',
    title: 'Link comes and goes',
    applicationsNotice: 'maybe',
    actor: 'platform team',
    nextStep:
      'Check the network between the regions and the replication timeout; each cut longer than the backlog forces a full sync.',
  },
  LAG_HIGH: {
    severity: 'degraded',
    title: 'Replica lags',
    applicationsNotice: 'maybe',
    actor: 'cache owner',
    nextStep:
      'Check write rate, bandwidth between the regions and the load of the replica; readers of the replica see old data.',
  },
  DR_MISSING: {
    severity: 'degraded',
    title: 'No replica declared',
    applicationsNotice: 'no',
    actor: 'cache owner',
    nextStep:
      'Declare a replica in another region, or choose a use case that needs none.',
  },
  ROLE_DRIFT: {
    severity: 'degraded',
    title: 'Role differs from Git',
    applicationsNotice: 'no',
    actor: 'cache owner',
    nextStep:
      'Change the declared role to the observed one before a restart brings the old role back.',
  },
  REPLICA_SMALLER: {
    severity: 'degraded',
    title: 'Replica has less memory',
    applicationsNotice: 'no',
    actor: 'cache owner',
    nextStep: 'Give the replica at least the memory limit of the primary.',
  },
  MEMORY_PRESSURE: {
    severity: 'degraded',
    title: 'Memory nearly full',
    applicationsNotice: 'maybe',
    actor: 'cache owner',
    nextStep:
      'Raise the memory limit or shorten the time to live: writes fail when it is full.',
  },
  EVICTING_UNEXPECTED: {
    severity: 'degraded',
    title: 'Evicts against policy',
    applicationsNotice: 'maybe',
    actor: 'cache owner',
    nextStep:
      'Turn eviction off (--cache_mode=false): this use case must not lose keys before they expire.',
  },
  POLICY_MISMATCH: {
    severity: 'degraded',
    title: 'Configured against policy',
    applicationsNotice: 'maybe',
    actor: 'cache owner',
    nextStep:
      'Bring the server’s settings in line with the use case, for example --cache_mode=true for one that evicts.',
  },
  TTL_MISSING: {
    severity: 'degraded',
    title: 'Keys never expire',
    applicationsNotice: 'no',
    actor: 'application team',
    nextStep: 'Set the time to live of the use case on every key written.',
  },
  VERSION_SKEW: {
    severity: 'degraded',
    title: 'Versions differ',
    applicationsNotice: 'no',
    actor: 'platform team',
    nextStep: 'Bring all servers of the cache to one version.',
  },
  AUTH_ASYMMETRIC: {
    severity: 'degraded',
    title: 'Credentials differ',
    applicationsNotice: 'no',
    actor: 'platform team',
    nextStep:
      'Use the same credentials in every region, or the way back after a failover fails.',
  },
  PORTAL_ISOLATED: {
    severity: 'unknown',
    title: 'Portal cut off',
    applicationsNotice: 'no',
    actor: 'platform team',
    nextStep:
      'Check the portal’s own network before any cache: everything it watches fell silent at once. Until then use the runbook of the cache.',
  },
  AUTH_FAILED: {
    severity: 'unknown',
    title: 'Portal locked out',
    applicationsNotice: 'no',
    actor: 'platform team',
    nextStep:
      'Check the monitoring credentials the portal uses and the permissions of their user.',
  },
  NOT_OBSERVED: {
    severity: 'unknown',
    title: 'Not observed',
    applicationsNotice: 'no',
    actor: 'platform team',
    nextStep:
      'Wait for the first probe; if it does not come, check that a portal instance can reach the region.',
  },
  STALE: {
    severity: 'unknown',
    title: 'Outdated',
    applicationsNotice: 'no',
    actor: 'platform team',
    nextStep: 'Check the portal’s monitor: it has stopped probing this server.',
  },
  LAG_UNKNOWN: {
    severity: 'unknown',
    title: 'Lag unknown',
    applicationsNotice: 'no',
    actor: 'platform team',
    nextStep:
      'Permit WAIT to the monitoring user and let the primary list its replicas.',
  },
  NOT_CONFIGURED: {
    severity: 'unknown',
    title: 'Not configured',
    applicationsNotice: 'no',
    actor: 'cache owner',
    nextStep:
      'Correct the cache’s annotations or the portal’s configuration as the message says.',
  },
};
