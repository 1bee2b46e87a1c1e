/** Nobody minds a probe that comes so much sooner or later. */
const TURN_MS = 50;

/**
 * So many at once; more are spread over the time of the turn. The answers of a large fleet come as the questions go out, and
 * a request must not wait for all of them.
 */
const WORKS_AT_ONCE = 25;

interface Turn {
  works: Set<() => void>;
  timer: NodeJS.Timeout;
}

/**
 * Does what is due at about the same moment in one turn. Waking up costs more than asking one more server, and what the
 * first of them brought into the processor's caches is still there for the others.
 */
export class Turns {
  readonly #turns = new Map<number, Turn>();

  /**
   * Does work after a time, rounded to the nearest turn.
   *
   * @returns what takes it back
   */
  after(delayMs: number, work: () => void): () => void {
    const now = performance.now();
    const number = Math.round((now + delayMs) / TURN_MS);
    const turn = this.#turns.get(number) ?? this.#open(number, now);
    turn.works.add(work);
    return () => {
      turn.works.delete(work);
      if (turn.works.size === 0 && this.#turns.get(number) === turn) {
        clearTimeout(turn.timer);
        this.#turns.delete(number);
      }
    };
  }

  #open(number: number, now: number): Turn {
    const works = new Set<() => void>();
    const timer = setTimeout(
      () => {
        this.#turns.delete(number);
        doAll(works);
      },
      number * TURN_MS - now,
    );
    const turn = { works, timer };
    this.#turns.set(number, turn);
    return turn;
  }
}

function doAll(works: Set<() => void>): void {
  const parts = Math.ceil(works.size / WORKS_AT_ONCE);
  doSome(works, TURN_MS / parts);
}

/** Takes works off the front, so that one that is taken back meanwhile is not done. */
function doSome(works: Set<() => void>, pauseMs: number): void {
  for (const work of [...works].slice(0, WORKS_AT_ONCE)) {
    if (works.delete(work)) work();
  }
  if (works.size > 0) setTimeout(() => doSome(works, pauseMs), pauseMs);
}
