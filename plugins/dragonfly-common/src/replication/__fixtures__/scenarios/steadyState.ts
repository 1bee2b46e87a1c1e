import { Scenario } from './Scenario';

/** Replication that works. */
export const steadyState: Scenario[] = [
  {
    recording: 'stable_sync_idle',
    startMs: 350,
    phases: [
      {
        atMs: 350,
        situation: '524 records right after the first writes',
        verdict: 'healthy',
        reasons: [],
        exposure: 'bounded',
      },
      {
        atMs: 20_350,
        situation: 'idle for 20 s',
        verdict: 'healthy',
        reasons: [],
        exposure: 'bounded',
      },
      {
        atMs: 22_350,
        situation: 'right after a WAIT',
        verdict: 'healthy',
        reasons: [],
        lag: { kind: 'time' },
      },
    ],
  },
  {
    recording: 'info_all_both_roles',
    startMs: 1200,
    phases: [
      {
        atMs: 1200,
        situation: 'every section recorded',
        verdict: 'healthy',
        reasons: [],
        exposure: 'bounded',
      },
    ],
  },
  {
    recording: 'stable_sync_write_load',
    startMs: 50,
    phases: [
      { atMs: 50, situation: 'before', verdict: 'healthy', reasons: [] },
      {
        atMs: 5050,
        situation: 'about 60,000 writes a second',
        verdict: 'healthy',
        reasons: [],
        lag: { kind: 'time-estimate' },
        exposure: 'bounded',
      },
      {
        atMs: 11_050,
        situation: 'the load has stopped',
        verdict: 'healthy',
        reasons: [],
      },
    ],
  },
  {
    recording: 'stable_sync_write_load_acks100',
    startMs: 50,
    phases: [
      {
        atMs: 4050,
        situation: 'under load',
        verdict: 'healthy',
        reasons: [],
        lag: { kind: 'time-estimate' },
      },
      { atMs: 7050, situation: 'afterwards', verdict: 'healthy', reasons: [] },
    ],
  },
  {
    recording: 'wait_behaviour',
    notRecorded: 'INFO of the replica.',
    startMs: 32_400,
    phases: [
      {
        atMs: 32_400,
        situation: 'the replica hangs, WAIT ran into its timeout',
        verdict: 'unknown',
        reasons: ['NOT_OBSERVED'],
        lag: { kind: 'at-least' },
      },
      {
        atMs: 34_400,
        situation: 'the replica is dead, WAIT answers 0 at once',
        verdict: 'unknown',
        reasons: ['NOT_OBSERVED'],
        lag: { kind: 'unknown' },
        exposure: 'unknown',
      },
    ],
  },
  {
    recording: 'auth_and_errors',
    startMs: 1,
    intervalMs: 10,
    phases: [
      {
        atMs: 1,
        situation: 'first server asked without credentials',
        verdict: 'unknown',
        reasons: ['AUTH_FAILED', 'NOT_OBSERVED'],
      },
      {
        atMs: 221,
        situation: 'second server asked without credentials',
        verdict: 'unknown',
        reasons: ['AUTH_FAILED'],
      },
      {
        atMs: 231,
        situation: 'both have let the client in',
        verdict: 'healthy',
        reasons: [],
      },
    ],
  },
  {
    recording: 'http_endpoints',
    notRecorded: 'any command: it holds HTTP answers only.',
    startMs: 0,
    phases: [
      {
        atMs: 0,
        situation: 'nothing to judge by',
        verdict: 'unknown',
        reasons: ['NOT_OBSERVED', 'NOT_OBSERVED'],
        exposure: 'unknown',
      },
    ],
  },
];
