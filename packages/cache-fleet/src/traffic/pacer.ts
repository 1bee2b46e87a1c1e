// Work that was due while the process could not run is caught up for this long, and dropped beyond.
const CATCH_UP_SECONDS = 0.2;

/** Tells how many operations are due, so that over time a rate is kept whatever the timer does. */
export class Pacer {
  #owed = 0;
  #askedAtMs: number;

  constructor(
    private readonly perSecond: number,
    nowMs: number,
  ) {
    this.#askedAtMs = nowMs;
  }

  /** Operations that became due since the last call. */
  due(nowMs: number): number {
    const seconds = Math.max(0, nowMs - this.#askedAtMs) / 1000;
    this.#askedAtMs = nowMs;
    this.#owed += this.perSecond * Math.min(seconds, CATCH_UP_SECONDS);
    const whole = Math.floor(this.#owed);
    this.#owed -= whole;
    return whole;
  }
}
