import { Scenario } from './Scenario';

/** A primary that dies, hangs or comes back empty. */
export const lostPrimary: Scenario[] = [
  {
    recording: 'primary_killed',
    notRecorded:
      'INFO of the primary: until it is killed, region1 counts as not observed.',
    startMs: 2845,
    phases: [
      {
        atMs: 2845,
        situation: 'both alive',
        verdict: 'unknown',
        reasons: ['NOT_OBSERVED'],
      },
      {
        atMs: 3845,
        situation: 'killed half a second ago, first probe after it',
        verdict: 'critical',
        reasons: ['LINK_DOWN', 'NOT_OBSERVED'],
      },
      {
        atMs: 5845,
        situation: 'the port refuses',
        verdict: 'critical',
        reasons: ['NO_PRIMARY', 'UNREACHABLE', 'LINK_DOWN'],
      },
      {
        atMs: 17_845,
        situation: 'dead for 14 s',
        verdict: 'critical',
        reasons: ['NO_PRIMARY', 'UNREACHABLE', 'LINK_DOWN'],
      },
      {
        atMs: 18_845,
        situation: 'the replica was promoted, Git does not know yet',
        verdict: 'critical',
        reasons: ['UNREACHABLE', 'RESTART_UNSAFE', 'ROLE_DRIFT'],
      },
    ],
  },
  {
    recording: 'primary_sigstop',
    notRecorded:
      'INFO of the primary before it hangs: until then region1 counts as not observed.',
    startMs: 2200,
    phases: [
      {
        atMs: 5200,
        situation: 'first probe runs into its timeout',
        verdict: 'unknown',
        reasons: ['NOT_OBSERVED'],
      },
      {
        atMs: 6200,
        situation: 'second one too, while the replica sees nothing',
        verdict: 'critical',
        reasons: ['UNREACHABLE'],
      },
      {
        atMs: 20_200,
        situation: 'hung for 15 s, link still up, last traffic 1 s ago',
        verdict: 'critical',
        reasons: ['UNREACHABLE'],
      },
      {
        atMs: 29_200,
        situation: 'resumed',
        verdict: 'healthy',
        reasons: [],
      },
    ],
  },
  {
    recording: 'primary_restart_empty_default',
    notRecorded:
      'anything of the primary between its death and its return: its last answer stays in force for three intervals.',
    startMs: 1430,
    phases: [
      { atMs: 1430, situation: 'before', verdict: 'healthy', reasons: [] },
      {
        atMs: 2430,
        situation: 'killed',
        verdict: 'critical',
        reasons: ['LINK_DOWN'],
      },
      {
        atMs: 4430,
        situation: 'back with a new id, the replica has not reconnected yet',
        verdict: 'critical',
        reasons: ['REPLICATION_STOPPED'],
        lag: { kind: 'no-usable-copy', because: 'stopped' },
      },
      {
        atMs: 5430,
        situation: 'reconnected, wiped, in sync with every light green',
        verdict: 'critical',
        reasons: ['COPY_WIPED'],
        lag: { kind: 'no-usable-copy', because: 'wiped' },
        exposure: 'everything',
      },
      {
        atMs: 15_430,
        situation: 'ten seconds later',
        verdict: 'critical',
        reasons: ['COPY_WIPED'],
      },
    ],
  },
  {
    recording: 'primary_restart_empty_break_flag',
    notRecorded: 'the primary after 16 s: at the end region1 is outdated.',
    startMs: 1450,
    phases: [
      { atMs: 1450, situation: 'before', verdict: 'healthy', reasons: [] },
      {
        atMs: 5450,
        situation: 'back empty, the replica keeps its data',
        verdict: 'critical',
        reasons: ['REPLICATION_STOPPED'],
        lag: { kind: 'no-usable-copy', because: 'stopped' },
      },
      {
        atMs: 15_450,
        situation: 'ten seconds later',
        verdict: 'critical',
        reasons: ['REPLICATION_STOPPED'],
      },
      {
        atMs: 38_450,
        situation: 're-attached all the same, which wipes it',
        verdict: 'critical',
        reasons: ['COPY_WIPED', 'STALE'],
      },
    ],
  },
];
