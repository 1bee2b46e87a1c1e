import { Turns } from './Turns';

describe('Turns', () => {
  let turns: Turns;
  let done: string[];

  beforeEach(() => {
    jest.useFakeTimers({ now: 0 });
    turns = new Turns();
    done = [];
  });
  afterEach(() => jest.useRealTimers());

  const after = (delayMs: number, name: string) =>
    turns.after(delayMs, () => done.push(name));

  it('does together what is due at about the same moment', () => {
    after(980, 'a');
    after(1_020, 'b');
    after(1_030, 'c');

    expect(jest.getTimerCount()).toBe(2);
    jest.advanceTimersByTime(1_000);
    expect(done).toEqual(['a', 'b']);
    jest.advanceTimersByTime(50);
    expect(done).toEqual(['a', 'b', 'c']);
  });

  it('keeps a rhythm in which each begins a little late', () => {
    const starts: number[] = [];
    const start = () => {
      starts.push(performance.now());
      jest.advanceTimersByTime(3);
      turns.after(1_000 - 3, start);
    };
    turns.after(0, start);
    jest.advanceTimersByTime(3_100);

    expect(starts).toEqual([0, 1_000, 2_000, 3_000]);
  });

  it('does not do what was taken back', () => {
    const takeBack = after(500, 'a');
    after(500, 'b');
    takeBack();
    jest.advanceTimersByTime(600);

    expect(done).toEqual(['b']);
  });

  it('does a few at once, and spreads the others over the time until the next turn', () => {
    for (let number = 1; number <= 110; number++) {
      after(500, String(number));
    }
    const counts = [500, 9, 1, 10, 10, 10].map(milliseconds => {
      jest.advanceTimersByTime(milliseconds);
      return done.length;
    });

    expect(counts).toEqual([25, 25, 50, 75, 100, 110]);
  });

  it('does not do what was taken back after its turn began', () => {
    const takeBacks = Array.from({ length: 26 }, (_, number) =>
      after(500, String(number)),
    );
    jest.advanceTimersToNextTimer();
    takeBacks.forEach(takeBack => takeBack());
    jest.runAllTimers();

    expect(done).toHaveLength(25);
  });

  it('leaves no timer when everything was taken back', () => {
    const takeBack = after(500, 'a');
    takeBack();
    takeBack();

    expect(jest.getTimerCount()).toBe(0);
  });

  it('does at once what is due at once', () => {
    jest.advanceTimersByTime(7);
    after(0, 'a');
    jest.advanceTimersByTime(1);

    expect(done).toEqual(['a']);
  });
});
