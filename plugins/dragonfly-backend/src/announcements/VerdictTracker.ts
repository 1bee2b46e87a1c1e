import { CacheState, Verdict } from 'backstage-plugin-dragonfly-common';

/** A verdict that has lasted long enough to tell people of it. */
export interface VerdictChange {
  entityRef: string;
  before: Verdict;
  state: CacheState;
}

interface Known {
  /** What people were told last, or what was found first. */
  told: Verdict;
  /** What is found now, and since when, Unix milliseconds. */
  found: Verdict;
  since: number;
}

/**
 * Tells which verdicts changed for good. A verdict that comes and goes within the time it is held back is not told, and
 * what was found first after a start is taken for known: a restart of the portal wakes nobody.
 */
export class VerdictTracker {
  readonly #holdMs: number;
  readonly #known = new Map<string, Known>();

  /** @param holdMs - how long a verdict must last before people are told of it */
  static create(options: { holdMs: number }): VerdictTracker {
    return new VerdictTracker(options.holdMs);
  }

  private constructor(holdMs: number) {
    this.#holdMs = holdMs;
  }

  /** Looks at all caches. Caches that are gone are forgotten. */
  look(states: ReadonlyMap<string, CacheState>, now: number): VerdictChange[] {
    for (const entityRef of this.#known.keys()) {
      if (!states.has(entityRef)) {
        this.#known.delete(entityRef);
      }
    }
    return [...states].flatMap(([entityRef, state]) =>
      this.#lookAt(entityRef, state, now),
    );
  }

  #lookAt(entityRef: string, state: CacheState, now: number): VerdictChange[] {
    const { verdict } = state;
    const known = this.#known.get(entityRef);
    if (!known) {
      this.#known.set(entityRef, { told: verdict, found: verdict, since: now });
      return [];
    }
    if (known.found !== verdict) {
      known.found = verdict;
      known.since = now;
    }
    if (known.told === verdict || now - known.since < this.#holdMs) {
      return [];
    }
    const before = known.told;
    known.told = verdict;
    return [{ entityRef, before, state }];
  }
}
