import { setTimeout as sleep } from 'node:timers/promises';
import { InTurn } from './inTurn';

describe('InTurn', () => {
  it('runs one task after the other, also after a failure', async () => {
    const inTurn = new InTurn();
    const seen: string[] = [];
    const task = async (name: string) => {
      seen.push(`${name} begins`);
      await sleep(5);
      seen.push(`${name} ends`);
      if (name === 'first') {
        throw new Error('first failed');
      }
      return name;
    };
    const first = inTurn.run(() => task('first'));
    const second = inTurn.run(() => task('second'));
    await expect(first).rejects.toThrow('first failed');
    await expect(second).resolves.toBe('second');
    expect(seen).toEqual([
      'first begins',
      'first ends',
      'second begins',
      'second ends',
    ]);
  });
});
