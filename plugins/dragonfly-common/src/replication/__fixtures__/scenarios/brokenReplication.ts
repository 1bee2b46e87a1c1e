import { declaredNode } from '../builders';
import { Scenario } from './Scenario';

/** Replicas that get no copy, or not yet. */
export const brokenReplication: Scenario[] = [
  {
    recording: 'full_sync_in_progress',
    startMs: 2400,
    phases: [
      {
        atMs: 2400,
        situation: 'both are primaries until REPLICAOF is sent',
        verdict: 'critical',
        reasons: ['DUAL_PRIMARY', 'ROLE_DRIFT'],
      },
      {
        atMs: 3400,
        situation: 'the link is up and lag is 0',
        verdict: 'degraded',
        reasons: ['FULL_SYNC'],
        lag: { kind: 'no-usable-copy', because: 'full-sync' },
        exposure: 'everything',
      },
      {
        atMs: 6400,
        situation: 'most keys have arrived',
        verdict: 'degraded',
        reasons: ['FULL_SYNC'],
        lag: { kind: 'no-usable-copy', because: 'full-sync' },
        exposure: 'everything',
      },
      {
        atMs: 7400,
        situation: 'the sync has ended',
        verdict: 'healthy',
        reasons: [],
        exposure: 'bounded',
      },
    ],
  },
  {
    recording: 'wrong_masterauth_startup',
    notRecorded: 'INFO of the primary but once, at 8 s, before the repair.',
    startMs: 15,
    phases: [
      {
        atMs: 15,
        situation: 'the Unix time as age of the last traffic',
        verdict: 'critical',
        reasons: ['LINK_DOWN', 'NOT_OBSERVED'],
        lag: { kind: 'no-usable-copy', because: 'never-synced' },
        exposure: 'everything',
      },
      {
        atMs: 8015,
        situation: 'the primary answers the portal: credentials suspect',
        verdict: 'critical',
        reasons: ['LINK_DOWN'],
        lag: { kind: 'no-usable-copy', because: 'never-synced' },
      },
      {
        atMs: 11_015,
        situation: 'repaired, with an answer of the primary from before',
        verdict: 'unknown',
        reasons: ['LAG_UNKNOWN'],
      },
    ],
  },
  {
    recording: 'wrong_masterauth_replicaof_cmd',
    notRecorded:
      'the primary, and a link: REPLICAOF is refused and the node stays what it was.',
    startMs: 10,
    phases: [
      {
        atMs: 10,
        situation: 'REPLICAOF was refused',
        verdict: 'critical',
        reasons: ['RESTART_UNSAFE', 'ROLE_DRIFT', 'NOT_OBSERVED'],
      },
    ],
  },
  {
    recording: 'replica_maxmemory_too_small',
    startMs: 15,
    phases: [
      {
        atMs: 15,
        situation: 'first full sync',
        verdict: 'degraded',
        reasons: ['FULL_SYNC'],
      },
      {
        atMs: 3015,
        situation: 'it broke off',
        verdict: 'critical',
        reasons: ['LINK_DOWN'],
        lag: { kind: 'no-usable-copy', because: 'never-synced' },
      },
      {
        atMs: 7015,
        situation: 'second full sync',
        verdict: 'degraded',
        reasons: ['FULL_SYNC', 'RESYNC_LOOP'],
      },
      {
        atMs: 15_015,
        situation: 'broke off again; its memory has been read',
        verdict: 'critical',
        reasons: ['LINK_DOWN', 'RESYNC_LOOP', 'REPLICA_SMALLER'],
      },
    ],
  },
  {
    recording: 'replicaof_unreachable',
    notRecorded: 'a primary: there is none in this scenario.',
    startMs: 100,
    phases: [
      {
        atMs: 100,
        situation: 'REPLICAOF to a closed port leaves the role as it was',
        verdict: 'critical',
        reasons: ['RESTART_UNSAFE', 'ROLE_DRIFT', 'NOT_OBSERVED'],
      },
      {
        atMs: 40_100,
        situation: 'after 40 s without an answer of a silent peer',
        verdict: 'critical',
        reasons: ['RESTART_UNSAFE', 'ROLE_DRIFT', 'NOT_OBSERVED'],
      },
    ],
  },
  {
    recording: 'startup_replicaof_unreachable',
    notRecorded: 'the primary that appears later.',
    startMs: 90,
    phases: [
      {
        atMs: 2090,
        situation: 'the Unix time as age of the last traffic',
        verdict: 'critical',
        reasons: ['LINK_DOWN', 'NOT_OBSERVED'],
        lag: { kind: 'no-usable-copy', because: 'never-synced' },
      },
      {
        atMs: 6090,
        situation: 'the primary has appeared',
        verdict: 'unknown',
        reasons: ['NOT_OBSERVED'],
        lag: { kind: 'unknown' },
      },
      {
        atMs: 9090,
        situation: 'promoted',
        verdict: 'critical',
        reasons: ['RESTART_UNSAFE', 'ROLE_DRIFT', 'NOT_OBSERVED'],
      },
    ],
  },
  {
    recording: 'cascading_replica_attempt',
    notRecorded:
      'the first two servers at the end, when the third has started.',
    regions: { primary: 'region1', replica: 'region2', cascade2: 'region3' },
    nodes: [
      declaredNode('region1', 'primary'),
      declaredNode('region2', 'replica'),
      declaredNode('region3', 'replica'),
    ],
    startMs: 120,
    phases: [
      {
        atMs: 120,
        situation:
          'the primary lists one of two replicas, and does not say which',
        verdict: 'unknown',
        reasons: ['NOT_OBSERVED', 'LAG_UNKNOWN'],
      },
      {
        atMs: 3120,
        situation: 'a replica of a replica is refused',
        verdict: 'critical',
        reasons: ['LINK_DOWN', 'LAG_UNKNOWN'],
        lag: {
          region: 'region3',
          kind: 'no-usable-copy',
          because: 'never-synced',
        },
      },
    ],
  },
];
