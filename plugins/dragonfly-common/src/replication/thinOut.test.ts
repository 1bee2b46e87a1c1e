import { primary, replica } from './__fixtures__/builders';
import { thinOut } from './thinOut';
import { Observation } from './types';

const INTERVAL_MS = 2_000;

/** One observation for each interval of two minutes, oldest first, in milliseconds from the first. */
function twoMinutes(
  observationAt: (at: number) => Observation = () => primary(),
): Observation[] {
  return Array.from({ length: 61 }, (_, number) => number * INTERVAL_MS).map(
    at => ({ ...observationAt(at), observedAt: at }),
  );
}

const agesOf = (observations: readonly Observation[]) =>
  observations.map(({ observedAt }) => 120_000 - observedAt);
const never = () => false;

it('leaves gaps of a tenth of the age at most, and the newest as they are', () => {
  const ages = agesOf(thinOut(twoMinutes(), never));

  expect(ages[0]).toBe(120_000);
  expect(ages.filter(age => age <= 20 * INTERVAL_MS)).toHaveLength(21);
  ages.slice(1).forEach((age, index) => {
    expect(ages[index] - age).toBeLessThanOrEqual(
      Math.max(INTERVAL_MS, age * 0.1),
    );
  });
  expect(ages.length).toBeLessThan(40);
});

it('comes to about the same when it is done again and again', () => {
  const kept: Observation[] = [];
  for (const observation of twoMinutes()) {
    kept.splice(0, kept.length, ...thinOut([...kept, observation], never));
  }

  expect(kept.length).toBeLessThan(40);
});

it('keeps turns, failures with what came before them, and unanswered waits', () => {
  const failed = (): Observation => ({
    region: 'region1',
    observedAt: 0,
    durationMs: 1,
    outcome: 'failed',
    failure: { kind: 'refused', message: 'connection refused' },
  });
  const unanswered = () =>
    primary({
      waitProbe: { acknowledgedReplicas: 0, elapsedMs: 500, timeoutMs: 500 },
    });
  const special: Record<number, () => Observation> = {
    8_000: () => replica(),
    18_000: failed,
    28_000: unanswered,
  };
  const kept = thinOut(
    twoMinutes(at => special[at]?.() ?? primary()),
    ({ observedAt }) => observedAt === 8_000,
  ).map(({ observedAt }) => observedAt);

  expect(kept).toEqual(expect.arrayContaining([8_000, 16_000, 18_000, 28_000]));
});

it.each([0, 1, 2])('leaves %s observations alone', count => {
  const few = twoMinutes().slice(0, count);

  expect(thinOut(few, never)).toEqual(few);
});
