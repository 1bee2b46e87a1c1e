import { eventually } from '../__testUtils__/eventually';
import {
  INTERVAL_MS,
  NOTICED_MS,
  TIMEOUT_MS,
} from '../__testUtils__/quickMonitor';
import { untilFound } from './__testUtils__/untilFound';
import { watchCaches, WatchedCaches } from './__testUtils__/watchCaches';

jest.setTimeout(60_000);

const HOUR_MS = 3_600_000;

describe('the clock of the portal’s machine is set', () => {
  let watched: WatchedCaches;

  beforeEach(async () => {
    watched = await watchCaches();
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await watched.stop();
  });

  /** Timers go on as they do when a real clock is set: they do not follow it. */
  function setClock(byMs: number): void {
    const real = Date.now.bind(Date);
    jest.spyOn(Date, 'now').mockImplementation(() => real() + byMs);
  }

  it.each`
    change                     | byMs
    ${'forwards by an hour'}   | ${HOUR_MS}
    ${'backwards by an hour'}  | ${-HOUR_MS}
    ${'backwards by a second'} | ${-1_000}
  `(
    '$change: ages are right again within two intervals, and a fault is still found in time',
    async ({ byMs }) => {
      const { portal } = watched;
      setClock(byMs);
      const setAt = Date.now();

      await eventually(NOTICED_MS, async () => {
        const { verdict, nodes } = await portal.stateOf('sessions');
        expect(verdict).toBe('healthy');
        for (const { probe } of nodes) {
          expect(probe.kind).toBe('fresh');
          const observedAt = 'observedAt' in probe ? probe.observedAt : '';
          expect(Date.parse(observedAt)).toBeGreaterThanOrEqual(setAt);
          expect(Date.parse(observedAt)).toBeLessThanOrEqual(Date.now());
          expect(probe).toMatchObject({ ageSeconds: expect.any(Number) });
        }
      });
      await eventually(NOTICED_MS, async () => {
        const { nodes } = await portal.stateOf('sessions');
        for (const { probe } of nodes) {
          const age = 'ageSeconds' in probe ? probe.ageSeconds : -1;
          expect(age).toBeGreaterThanOrEqual(0);
          expect(age).toBeLessThan((2 * INTERVAL_MS + TIMEOUT_MS) / 1_000);
        }
      });

      await watched.cache('sessions').node('region1').kill();
      await untilFound(
        portal,
        'sessions',
        { verdict: 'critical', code: 'UNREACHABLE', region: 'region1' },
        NOTICED_MS,
      );
    },
  );
});
