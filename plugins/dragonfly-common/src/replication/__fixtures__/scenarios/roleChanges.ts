import { Scenario } from './Scenario';

/** Promotions, takeovers and re-attachments. */
export const roleChanges: Scenario[] = [
  {
    recording: 'promote_no_one',
    notRecorded:
      'for the least-privileged user: the offset vectors that tell how far each side has diverged.',
    startMs: 1520,
    phases: [
      {
        atMs: 1520,
        situation: 'before',
        verdict: 'healthy',
        reasons: [],
      },
      {
        atMs: 2520,
        situation: 'promoted while the primary lives',
        verdict: 'critical',
        reasons: ['DUAL_PRIMARY', 'ROLE_DRIFT'],
        exposure: 'unknown',
      },
    ],
  },
  {
    recording: 'dual_primary',
    startMs: 200,
    phases: [
      {
        atMs: 200,
        situation: 'both take writes',
        verdict: 'critical',
        reasons: ['DUAL_PRIMARY', 'ROLE_DRIFT'],
        exposure: 'unknown',
      },
    ],
  },
  {
    recording: 'reattach_old_primary',
    startMs: 100,
    phases: [
      {
        atMs: 100,
        situation: 'before: two primaries',
        verdict: 'critical',
        reasons: ['DUAL_PRIMARY', 'ROLE_DRIFT'],
      },
      {
        atMs: 1100,
        situation: 'the old primary copies the new one',
        verdict: 'critical',
        reasons: ['RESTART_UNSAFE', 'FULL_SYNC', 'ROLE_DRIFT', 'ROLE_DRIFT'],
        lag: {
          region: 'region1',
          kind: 'no-usable-copy',
          because: 'full-sync',
        },
        exposure: 'everything',
      },
      {
        atMs: 3100,
        situation: 'in sync, with the roles Git does not know of',
        verdict: 'critical',
        reasons: ['RESTART_UNSAFE', 'ROLE_DRIFT', 'ROLE_DRIFT'],
        exposure: 'bounded',
      },
    ],
  },
  {
    recording: 'reattach_replica_partial_sync',
    notRecorded:
      'INFO of the server that is primary here, so that half of the cache is unknown throughout.',
    regions: { replica: 'region1', primary: 'region2' },
    startMs: 372,
    phases: [
      {
        atMs: 1372,
        situation: 'full sync after a detour through NO ONE',
        verdict: 'degraded',
        reasons: ['FULL_SYNC', 'NOT_OBSERVED'],
      },
      {
        atMs: 2372,
        situation: 'the connection was cut',
        verdict: 'critical',
        reasons: ['LINK_DOWN', 'NOT_OBSERVED'],
      },
      {
        atMs: 3372,
        situation: 'back by partial sync',
        verdict: 'unknown',
        reasons: ['NOT_OBSERVED'],
      },
    ],
  },
  {
    recording: 'repltakeover_idle',
    startMs: 128,
    // The takeover lasts 23 ms; a poll each second would pass over it.
    intervalMs: 200,
    phases: [
      { atMs: 128, situation: 'before', verdict: 'healthy', reasons: [] },
      {
        atMs: 328,
        situation: 'the old primary answers LOADING',
        verdict: 'critical',
        reasons: ['RESTART_UNSAFE', 'TAKEOVER_IN_PROGRESS', 'ROLE_DRIFT'],
      },
      {
        atMs: 528,
        situation: 'the old primary has exited',
        verdict: 'critical',
        reasons: ['UNREACHABLE', 'RESTART_UNSAFE', 'ROLE_DRIFT'],
      },
    ],
  },
  {
    recording: 'repltakeover_under_load',
    startMs: 2156,
    intervalMs: 200,
    phases: [
      { atMs: 2156, situation: 'before', verdict: 'healthy', reasons: [] },
      {
        atMs: 2356,
        situation: 'the old primary answers LOADING',
        verdict: 'degraded',
        reasons: ['TAKEOVER_IN_PROGRESS'],
      },
      {
        atMs: 2556,
        situation: 'the old primary has exited',
        verdict: 'critical',
        reasons: ['UNREACHABLE', 'RESTART_UNSAFE', 'ROLE_DRIFT'],
      },
    ],
  },
  {
    recording: 'repltakeover_primary_sigstopped',
    notRecorded:
      'INFO of the primary before it has exited, and PING of the replica while its INFO hangs: that the hanging is a takeover does not show.',
    startMs: 900,
    phases: [
      {
        atMs: 900,
        situation: 'the primary hangs, the replica sees nothing',
        verdict: 'unknown',
        reasons: ['NOT_OBSERVED'],
      },
      {
        atMs: 2900,
        situation: 'REPLTAKEOVER runs and INFO of the replica hangs',
        verdict: 'critical',
        reasons: ['UNREACHABLE', 'NOT_OBSERVED'],
      },
      {
        atMs: 17_900,
        situation: 'it has failed, the replica is what it was',
        verdict: 'unknown',
        reasons: ['NOT_OBSERVED'],
      },
      {
        atMs: 21_900,
        situation: 'the resumed primary has shut itself down',
        verdict: 'critical',
        reasons: ['NO_PRIMARY', 'UNREACHABLE', 'LINK_DOWN'],
      },
    ],
  },
  {
    recording: 'repltakeover_during_full_sync',
    startMs: 700,
    phases: [
      {
        atMs: 700,
        situation: 'full sync',
        verdict: 'degraded',
        reasons: ['FULL_SYNC'],
        exposure: 'everything',
      },
    ],
  },
  {
    recording: 'no_one_during_full_sync',
    notRecorded: 'INFO of the primary before 3.5 s.',
    startMs: 500,
    phases: [
      {
        atMs: 500,
        situation: 'full sync',
        verdict: 'degraded',
        reasons: ['FULL_SYNC', 'NOT_OBSERVED'],
      },
      {
        atMs: 3500,
        situation: 'a primary with a part of the data',
        verdict: 'critical',
        reasons: ['DUAL_PRIMARY', 'ROLE_DRIFT'],
      },
    ],
  },
  {
    recording: 'planned_switchover_client_pause_main',
    notRecorded: 'INFO of the replica before the end.',
    startMs: 2430,
    phases: [
      {
        atMs: 2430,
        situation: 'paused, about to be promoted',
        verdict: 'unknown',
        reasons: ['NOT_OBSERVED'],
      },
      {
        atMs: 5430,
        situation: 'promoted without a loss, old primary not fenced',
        verdict: 'critical',
        reasons: ['DUAL_PRIMARY', 'ROLE_DRIFT'],
      },
    ],
  },
  {
    recording: 'planned_switchover_client_pause_admin',
    notRecorded: 'INFO of the replica before the end.',
    startMs: 2870,
    phases: [
      {
        atMs: 5870,
        situation: 'promoted without a loss, old primary not fenced',
        verdict: 'critical',
        reasons: ['DUAL_PRIMARY', 'ROLE_DRIFT'],
      },
    ],
  },
];
