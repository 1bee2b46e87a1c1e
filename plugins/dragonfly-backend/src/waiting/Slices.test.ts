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

it('has several works take turns, one slice at a time', async () => {
  const slicesOfTurn: number[] = [];
  let slicesNow = 0;
  const work = async () => {
    const slices = Slices.create();
    for (let piece = 0; piece < 5; piece++) {
      busyFor(3);
      slicesNow += 1;
      await slices.next();
    }
  };
  let isDone = false;
  const count = () => {
    slicesOfTurn.push(slicesNow);
    slicesNow = 0;
    if (!isDone) setImmediate(count);
  };
  const works = Promise.all([work(), work(), work()]);
  slicesNow = 0;
  setImmediate(count);
  await works;
  isDone = true;

  expect(Math.max(...slicesOfTurn)).toBe(1);
});
