/** The time of a recording: stands still until it is played, and can be set. */
export class ReplayClock {
  #atMs: number;
  #playing: { sinceMs: number; speed: number } | undefined;
  readonly #waiters = new Map<
    symbol,
    { listener: () => void; timer: NodeJS.Timeout | undefined }
  >();

  constructor(atMs: number) {
    this.#atMs = atMs;
  }

  get nowMs(): number {
    return this.#playing
      ? this.#atMs +
          (performance.now() - this.#playing.sinceMs) * this.#playing.speed
      : this.#atMs;
  }

  /** Jumps to a time; goes on from there when it was playing. */
  seek(atMs: number): void {
    this.#set(atMs, this.#playing?.speed);
  }

  /** Runs, `speed` recorded seconds each second. */
  play(speed: number): void {
    if (!(speed > 0 && Number.isFinite(speed))) {
      throw new Error(
        `The speed of a replay is ${speed}; expected a number above 0.`,
      );
    }
    this.#set(this.nowMs, speed);
  }

  pause(): void {
    this.#set(this.nowMs, undefined);
  }

  /**
   * Calls back once, when a time of the recording is reached or the clock was set, started or stopped before.
   *
   * @returns how to call it off
   */
  wake(atMs: number, listener: () => void): () => void {
    const ahead = Math.max(0, atMs - this.nowMs);
    const realMs = this.#playing ? ahead / this.#playing.speed : Infinity;
    const key = Symbol('waiter');
    const timer = Number.isFinite(realMs)
      ? setTimeout(() => this.#fire(key), Math.ceil(realMs))
      : undefined;
    this.#waiters.set(key, { listener, timer });
    return () => this.#forget(key);
  }

  #forget(key: symbol): void {
    clearTimeout(this.#waiters.get(key)?.timer);
    this.#waiters.delete(key);
  }

  #fire(key: symbol): void {
    const waiter = this.#waiters.get(key);
    this.#forget(key);
    waiter?.listener();
  }

  #set(atMs: number, speed: number | undefined): void {
    this.#atMs = atMs;
    this.#playing =
      speed === undefined ? undefined : { sinceMs: performance.now(), speed };
    [...this.#waiters.keys()].forEach(key => this.#fire(key));
  }
}
