import {
  CacheSample,
  CacheState,
  eventsBetween,
  NewCacheEvent,
  sampleOf,
} from 'backstage-plugin-dragonfly-common';
import { Slices } from '../waiting';
import { History } from './History';
import { nextMoment } from './nextMoment';

/** Where the states of caches come from, by entity reference. */
export type StateSource = () =>
  ReadonlyMap<string, CacheState> | Promise<ReadonlyMap<string, CacheState>>;

/** Who else wants to know how all caches are, once every interval. */
export type StateListener = (
  states: ReadonlyMap<string, CacheState>,
  at: number,
) => Promise<void>;

/** Writes down, once every interval, how every cache is and what happened since. */
export class Recorder {
  readonly #history: History;
  readonly #states: StateSource;
  readonly #onStates: StateListener;
  #previous: ReadonlyMap<string, CacheState> = new Map();
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> | undefined;
  #running = false;
  #recordedAt = Number.NEGATIVE_INFINITY;

  /** @param options - `onStates` is told what is recorded, and waited for */
  static create(options: {
    history: History;
    states: StateSource;
    onStates: StateListener;
  }): Recorder {
    return new Recorder(options.history, options.states, options.onStates);
  }

  private constructor(
    history: History,
    states: StateSource,
    onStates: StateListener,
  ) {
    this.#history = history;
    this.#states = states;
    this.#onStates = onStates;
  }

  /**
   * Begins to record.
   *
   * @param intervalMs - asked before each wait, so that a change of settings takes effect
   */
  start(intervalMs: () => number): void {
    this.#running = true;
    this.#schedule(intervalMs);
  }

  /** Writes what is left. Resolves when nothing runs any more. */
  async stop(): Promise<void> {
    this.#running = false;
    clearTimeout(this.#timer);
    await this.#writing;
  }

  /** Records now. */
  async record(at: number): Promise<void> {
    const states = await this.#states();
    const samples = new Map<string, CacheSample>();
    const events: { entityRef: string; event: NewCacheEvent }[] = [];
    const previous = new Map<string, CacheState>();
    const slices = Slices.create();
    for (const [entityRef, state] of states) {
      await slices.next();
      const before = this.#previous.get(entityRef);
      previous.set(entityRef, withLastCounters(state, before));
      samples.set(entityRef, { ...sampleOf(state, before), at });
      if (before) {
        events.push(
          ...eventsBetween(before, state).map(event => ({ entityRef, event })),
        );
      }
    }
    this.#previous = previous;
    await Promise.all([
      this.#history.record(at, samples, events),
      this.#onStates(states, at),
    ]);
  }

  #schedule(intervalMs: () => number): void {
    const now = Date.now();
    const at = nextMoment(now, this.#recordedAt, intervalMs());
    this.#timer = setTimeout(() => {
      this.#recordedAt = at;
      this.#writing = this.record(at).finally(() => {
        this.#writing = undefined;
        if (this.#running) {
          this.#schedule(intervalMs);
        }
      });
    }, at - now);
  }
}

/** A node that is silent now keeps the counters of before, so that the rate goes on when it answers again. */
function withLastCounters(
  state: CacheState,
  before: CacheState | undefined,
): CacheState {
  if (!before || state.nodes.every(({ facts }) => facts)) {
    return state;
  }
  const earlier = new Map(before.nodes.map(node => [node.region, node]));
  return {
    ...state,
    nodes: state.nodes.map(node => {
      const then = earlier.get(node.region)?.facts;
      return node.facts || !then ? node : { ...node, facts: then };
    }),
  };
}
