import { Slices } from './Slices';

function busyFor(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

async function turnsDuring(work: () => Promise<void>): Promise<number> {
  let turns = 0;
  let isDone = false;
  const count = () => {
    turns += 1;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  await work();
  isDone = true;
  return turns;
}

it('gives others their turn again and again during long work', async () => {
  const turns = await turnsDuring(async () => {
    const slices = Slices.create();
    for (let piece = 0; piece < 10; piece++) {
      busyFor(3);
      await slices.next();
    }
  });

  expect(turns).toBeGreaterThanOrEqual(9);
});

it('does short work in one go', async () => {
  const turns = await turnsDuring(async () => {
    const slices = Slices.create();
    for (let piece = 0; piece < 10; piece++) {
      await slices.next();
    }
  });

  expect(turns).toBe(0);
});
