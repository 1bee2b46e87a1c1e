import { setTimeout as sleep } from 'node:timers/promises';
import { askAtRate, Question, roundOf } from './openLoop';

const question = (name: string, share: number, ms = 0): Question => ({
  name,
  share,
  ask: () => sleep(ms),
});

it('mixes the kinds evenly', () => {
  const round = roundOf([question('page', 1), question('one', 3)]);

  expect(round.map(({ name }) => name)).toEqual(['one', 'page', 'one', 'one']);
});

it('goes on asking while answers are slow, and counts their whole time', async () => {
  const times = await askAtRate([question('slow', 1, 200)], {
    perSecond: 20,
    seconds: 1,
  });

  expect(times.get('slow')).toHaveLength(20);
  expect(Math.min(...(times.get('slow') ?? []))).toBeGreaterThanOrEqual(195);
});
