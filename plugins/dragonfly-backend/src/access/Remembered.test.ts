import { Remembered } from './Remembered';

describe('Remembered', () => {
  let made: number;
  let remembered: Remembered<string>;

  const make = async () => {
    made += 1;
    return `value ${made}`;
  };
  const broken = async (): Promise<string> => {
    throw new Error('no answer');
  };

  beforeEach(() => {
    jest.useFakeTimers({ now: 0 });
    jest.advanceTimersByTime(100_000);
    made = 0;
    remembered = Remembered.create({
      refreshAfterMs: 2_000,
      forgetAfterMs: 5_000,
      limit: 2,
    });
  });
  afterEach(() => jest.useRealTimers());

  it('makes a value once for all who ask', async () => {
    expect(
      await Promise.all([remembered.get('a', make), remembered.get('a', make)]),
    ).toEqual(['value 1', 'value 1']);
    expect(await remembered.get('a', make)).toBe('value 1');
  });

  it('gives out an older value once more and makes a new one meanwhile', async () => {
    await remembered.get('a', make);
    jest.advanceTimersByTime(2_000);

    expect(await remembered.get('a', make)).toBe('value 1');
    await jest.advanceTimersByTimeAsync(0);
    expect(await remembered.get('a', make)).toBe('value 2');
  });

  it('never gives out a value that is too old', async () => {
    await remembered.get('a', make);
    jest.advanceTimersByTime(5_000);

    expect(remembered.peek('a')).toBeUndefined();
    expect(await remembered.get('a', make)).toBe('value 2');
  });

  it('counts the age of a value from when it was asked for', async () => {
    const slow = remembered.get(
      'a',
      () => new Promise(resolve => setTimeout(() => resolve('slow'), 3_000)),
    );
    await jest.advanceTimersByTimeAsync(3_000);
    expect(await slow).toBe('slow');
    jest.advanceTimersByTime(2_000);

    expect(remembered.peek('a')).toBeUndefined();
  });

  it('passes on a failure only when there is nothing to give out', async () => {
    await expect(remembered.get('a', broken)).rejects.toThrow('no answer');
    await remembered.get('a', make);
    jest.advanceTimersByTime(3_000);

    expect(await remembered.get('a', broken)).toBe('value 1');
    jest.advanceTimersByTime(2_000);
    await expect(remembered.get('a', broken)).rejects.toThrow('no answer');
  });

  it('forgets the key that was used least lately', async () => {
    await remembered.get('a', make);
    await remembered.get('b', make);
    await remembered.get('a', make);
    await remembered.get('c', make);

    expect(remembered.peek('a')).toBe('value 1');
    expect(remembered.peek('b')).toBeUndefined();
  });
});
