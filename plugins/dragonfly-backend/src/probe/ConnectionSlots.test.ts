import { ConnectionSlots } from './ConnectionSlots';

/** Work that lasts until it is told to end. */
function openWork() {
  const started: number[] = [];
  const ends: Array<() => void> = [];
  const start = (id: number) => () =>
    new Promise<number>(resolve => {
      started.push(id);
      ends[id] = () => resolve(id);
    });
  return { started, ends, start };
}

describe('ConnectionSlots', () => {
  it('runs no more at once than the limit, and the others in their order', async () => {
    const slots = new ConnectionSlots(2);
    const { started, ends, start } = openWork();
    const results = [0, 1, 2, 3].map(id => slots.run(start(id)));
    await Promise.resolve();
    await Promise.resolve();
    expect(started).toEqual([0, 1]);

    ends[1]();
    await results[1];
    await Promise.resolve();

    expect(started).toEqual([0, 1, 2]);
    ends[0]();
    ends[2]();
    await results[2];
    ends[3]();
    await expect(Promise.all(results)).resolves.toEqual([0, 1, 2, 3]);
  });

  it('gives the place of work that failed to the next', async () => {
    const slots = new ConnectionSlots(1);
    const failed = slots.run(async () => {
      throw new Error('no');
    });
    const next = slots.run(async () => 'next');

    await expect(failed).rejects.toThrow('no');
    await expect(next).resolves.toBe('next');
  });
});
