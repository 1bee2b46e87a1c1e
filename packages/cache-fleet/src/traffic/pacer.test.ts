import { Pacer } from './pacer';

describe('Pacer', () => {
  it('keeps the rate with an irregular timer', () => {
    const pacer = new Pacer(300, 0);
    const times = [3, 10, 11, 50, 100, 180, 333, 500, 650, 800, 1000];
    const total = times.reduce((sum, now) => sum + pacer.due(now), 0);
    expect(total).toBeGreaterThanOrEqual(299);
    expect(total).toBeLessThanOrEqual(300);
  });

  it('keeps rates below one each tick', () => {
    const pacer = new Pacer(1, 0);
    const due = Array.from({ length: 24 }, (_, i) => pacer.due((i + 1) * 125));
    expect(due.reduce((sum, each) => sum + each, 0)).toBe(3);
  });

  it('does not make up for a long pause with a burst', () => {
    expect(new Pacer(1000, 0).due(60_000)).toBe(200);
  });
});
