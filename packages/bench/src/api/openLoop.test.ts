import { setTimeout as sleep } from 'node:timers/promises';
import { askAt, dueTimes, roundOf } from './openLoop';

const questions = [
  { name: 'page', share: 1 },
  { name: 'one', share: 3 },
];

it('mixes the kinds evenly', () => {
  expect(roundOf(questions).map(({ name }) => name)).toEqual([
    'one',
    'page',
    'one',
    'one',
  ]);
});

it('has the kinds follow each other at a steady rate', () => {
  const options = { perSecond: 10, seconds: 1 };

  expect(dueTimes(questions, 'page', options)).toEqual([100, 500, 900]);
  expect(dueTimes(questions, 'one', options)).toEqual([
    0, 200, 300, 400, 600, 700, 800,
  ]);
});

it('goes on asking while answers are slow, and counts their whole time', async () => {
  const due = Array.from({ length: 20 }, (_, number) => number * 50);

  const times = await askAt(due, Date.now(), () => sleep(200));

  expect(times).toHaveLength(20);
  expect(Math.min(...times)).toBeGreaterThanOrEqual(195);
  expect(Math.max(...times)).toBeLessThan(1_000);
});
