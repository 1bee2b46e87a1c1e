/** Writes that were missed before the keys that are found say nothing any more. */
const MISSED_WRITES = 3;

/**
 * What the nodes of one cache share of the portal's keys: which node they may be written to, and when they were written.
 * A replica's keys tell its lag only as long as the portal writes on.
 */
export class CacheHeartbeat {
  /** Milliseconds between two writes. */
  readonly intervalMs: number;
  /** Whether the node of this region is the cache's only primary; asked before every write. */
  readonly mayWrite: (region: string) => boolean;
  #writtenAt: number | undefined;

  static create(options: {
    intervalMs: number;
    mayWrite: (region: string) => boolean;
  }): CacheHeartbeat {
    return new CacheHeartbeat(options.intervalMs, options.mayWrite);
  }

  private constructor(
    intervalMs: number,
    mayWrite: (region: string) => boolean,
  ) {
    this.intervalMs = intervalMs;
    this.mayWrite = mayWrite;
  }

  /** Notes that all keys were written, with this Unix time in milliseconds. */
  written(at: number): void {
    this.#writtenAt = at;
  }

  /** When the keys were written last, Unix milliseconds; undefined when they are not written now. */
  writtenAt(now: number): number | undefined {
    const isCurrent =
      this.#writtenAt !== undefined &&
      now - this.#writtenAt <= (MISSED_WRITES + 1) * this.intervalMs;
    return isCurrent ? this.#writtenAt : undefined;
  }
}
