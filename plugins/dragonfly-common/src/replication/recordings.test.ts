import { assess } from './assess';
import { declaration, sessionCache } from './__fixtures__/builders';
import { readRecording, recordingNames } from './__fixtures__/recordings';
import { windowAt } from './__fixtures__/replay';
import { Scenario, scenarios } from './__fixtures__/scenarios';

function judge(scenario: Scenario, atMs: number) {
  const { window, now } = windowAt(
    {
      recording: readRecording(scenario.recording),
      regions: scenario.regions ?? { primary: 'region1', replica: 'region2' },
      startMs: scenario.startMs,
      intervalMs: scenario.intervalMs ?? 1000,
    },
    atMs,
  );
  return assess(
    declaration({
      // The recorded keys have no time to live, and what the recordings show is replication.
      useCase: { ...sessionCache, ttlSeconds: 0 },
      ...(scenario.nodes ? { nodes: scenario.nodes } : {}),
    }),
    window,
    now,
  );
}

it('expects something of every recording', () => {
  expect(scenarios.map(({ recording }) => recording).sort()).toEqual(
    recordingNames(),
  );
});

describe.each(scenarios)('$recording', scenario => {
  it.each(scenario.phases)('$atMs ms: $situation', phase => {
    const state = judge(scenario, phase.atMs);
    expect({
      verdict: state.verdict,
      reasons: state.reasons.map(({ code }) => code),
    }).toEqual({ verdict: phase.verdict, reasons: phase.reasons });

    const { region = 'region2', ...lag } = phase.lag ?? {};
    const node = state.nodes.find(candidate => candidate.region === region);
    expect(node?.lag?.time ?? {}).toMatchObject(lag);
    expect(phase.exposure ?? state.exposure.kind).toBe(state.exposure.kind);
  });
});

describe('details', () => {
  /** The state of a recording polled each second, and the rows of its two nodes. */
  function look(recording: string, startMs: number, atMs = startMs) {
    const state = judge({ recording, startMs, phases: [] }, atMs);
    const [region1, region2] = state.nodes;
    return { ...state, region1, region2 };
  }

  it('counts some hundred to 1,900 records under load, and makes no more of them than an estimate', () => {
    for (let ms = 1050; ms <= 8050; ms += 1000) {
      const { region2 } = look('stable_sync_write_load', 50, ms);
      expect(region2.lag?.time).toEqual({
        kind: 'time-estimate',
        seconds: 1,
        method: 'write-rate',
      });
      expect(region2.lag?.amount).toMatchObject({ kind: 'records' });
      const { records } = { records: 0, ...region2.lag?.amount };
      expect(records).toBeGreaterThan(300);
      expect(records).toBeLessThanOrEqual(1900);
    }
  });

  it('reads 524 records right after the first writes', () => {
    expect(look('stable_sync_idle', 350).region2.lag?.amount).toMatchObject({
      records: 524,
    });
  });

  it('does not take the Unix time for the age of the last traffic', () => {
    const { region2, reasons } = look('wrong_masterauth_startup', 15);
    expect(region2.facts?.replication).toMatchObject({ link: 'down' });
    expect(region2.facts?.replication).toHaveProperty(
      'secondsSinceLastIo',
      undefined,
    );
    expect(reasons[0].message).toBe(
      'The replica in region2 has no link to its primary and has never synchronised.',
    );
  });

  it('suspects the credentials once the primary answers', () => {
    expect(
      look('wrong_masterauth_startup', 15, 8015).reasons[0].message,
    ).toMatch(/The primary answers the portal, so .* credentials/);
  });

  it('advises to promote a replica that kept its data, and not to re-attach it', () => {
    const { reasons, region2 } = look(
      'primary_restart_empty_break_flag',
      1450,
      5450,
    );
    expect(region2.facts?.keys?.total).toBe(2000);
    expect(reasons[0].nextStep).toMatch(/promote the replica.*overwrite/);
  });

  it('counts the keys a wipe has cost', () => {
    expect(
      look('primary_restart_empty_default', 1430, 5430).reasons[0].message,
    ).toMatch(/2,000 keys before, 0 keys after/);
  });

  it('shows how little a promotion during a full sync leaves', () => {
    const { region2 } = look('no_one_during_full_sync', 500, 3500);
    expect(region2).toMatchObject({
      observedRole: 'primary',
      facts: { keys: { total: 326_202 } },
    });
  });
});
