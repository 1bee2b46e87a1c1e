import { Deadline } from './Deadline';

const never = () => new Promise<never>(() => {});
const timeout = { failure: { kind: 'timeout' } };

describe('Deadline', () => {
  it('gives what the work returns', async () => {
    const deadline = Deadline.after(1_000);

    await expect(deadline.limit(async () => 'PONG')).resolves.toBe('PONG');

    deadline.clear();
  });

  it('waits no longer than the time there is, for any number of questions', async () => {
    const deadline = Deadline.after(20);

    await Promise.all([
      expect(deadline.limit(never)).rejects.toMatchObject(timeout),
      expect(deadline.limit(never)).rejects.toMatchObject(timeout),
    ]);

    expect(deadline.isOver).toBe(true);
    expect(deadline.remainingMs).toBe(0);
  });

  it('starts nothing once it is over', async () => {
    const deadline = Deadline.after(1_000);
    const work = jest.fn(never);
    deadline.expire();

    await expect(deadline.limit(work)).rejects.toMatchObject(timeout);

    expect(work).not.toHaveBeenCalled();
  });

  it('has parts that are over on their own, and with the whole', async () => {
    const whole = Deadline.after(1_000);
    const short = whole.within(10);
    const long = whole.within(5_000);

    await expect(short.limit(never)).rejects.toMatchObject(timeout);
    expect(whole.isOver).toBe(false);

    whole.expire();
    await expect(long.limit(never)).rejects.toMatchObject(timeout);
  });
});
