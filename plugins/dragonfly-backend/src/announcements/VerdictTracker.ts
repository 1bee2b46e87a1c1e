import { CacheState, Verdict } from 'backstage-plugin-dragonfly-common';

/** A verdict that has lasted long enough to tell people of it. */
export interface VerdictChange {
  entityRef: string;
  before: Verdict;
  state: CacheState;
}

/** What is new at one look. */
export interface VerdictNews {
  /** For programs: whatever changed, also during a maintenance. */
  changes: VerdictChange[];
  /** For people: what differs from what they were told last, outside of maintenances. */
  notices: VerdictChange[];
}

interface Known {
  /** What programs were told last, or what was found first. */
  published: Verdict;
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

  /**
   * Looks at all caches. Caches that are gone are forgotten.
   *
   * @param muted - references of the caches that people are not to be told of now; when one of them is no longer among
   * them, they are told how it is if they believe otherwise
   */
  look(
    states: ReadonlyMap<string, CacheState>,
    now: number,
    muted: { has(entityRef: string): boolean } = new Set<string>(),
  ): VerdictNews {
    for (const entityRef of this.#known.keys()) {
      if (!states.has(entityRef)) {
        this.#known.delete(entityRef);
      }
    }
    const news: VerdictNews = { changes: [], notices: [] };
    for (const [entityRef, state] of states) {
      this.#lookAt(
        { entityRef, state, now, muted: muted.has(entityRef) },
        news,
      );
    }
    return news;
  }

  #lookAt(
    seen: { entityRef: string; state: CacheState; now: number; muted: boolean },
    news: VerdictNews,
  ): void {
    const { entityRef, state, now, muted } = seen;
    const { verdict } = state;
    const known = this.#known.get(entityRef);
    if (!known) {
      this.#known.set(entityRef, {
        published: verdict,
        // What is wrong in a maintenance that began before this start was told to nobody.
        told: muted ? 'healthy' : verdict,
        found: verdict,
        since: now,
      });
      return;
    }
    if (known.found !== verdict) {
      known.found = verdict;
      known.since = now;
    }
    if (now - known.since < this.#holdMs) {
      return;
    }
    if (known.published !== verdict) {
      news.changes.push({ entityRef, before: known.published, state });
      known.published = verdict;
    }
    if (!muted && known.told !== verdict) {
      news.notices.push({ entityRef, before: known.told, state });
      known.told = verdict;
    }
  }
}
