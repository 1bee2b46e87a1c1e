import { setTimeout as sleep } from 'node:timers/promises';
import { measurePauses } from './measurePauses';

it('finds what holds up the event loop, and that nothing else does', async () => {
  const pauses = await measurePauses(async () => {
    await sleep(50);
    const end = performance.now() + 80;
    while (performance.now() < end);
    await sleep(50);
  });

  const [longest, second] = pauses.sort((one, other) => other - one);
  expect(longest).toBeGreaterThanOrEqual(80);
  expect(second).toBeLessThan(80);
});

it('finds work that never lets anybody have a turn', async () => {
  const pauses = await measurePauses(async () => {
    const end = performance.now() + 80;
    while (performance.now() < end);
  });

  expect(Math.max(...pauses)).toBeGreaterThanOrEqual(80);
});
