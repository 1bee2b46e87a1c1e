import { LoggerService } from '@backstage/backend-plugin-api';
import {
  assess,
  CacheDeclaration,
  CacheState,
  NodeGlance,
  Observation,
  ObservationWindow,
  PortalIsolation,
} from 'backstage-plugin-dragonfly-common';
import { isNews } from './isNews';
import { isOnlyPrimary } from './isOnlyPrimary';
import { recentObservations } from './recentObservations';

/**
 * How long a judgement is given out again at most while nothing is observed that can change the verdict: its numbers are
 * then older by no more than this, or half an interval. Pages ask for hundreds of judgements.
 */
const JUDGEMENT_VALID_MS = 1_000;

/** How long the log waits for the first answers of all nodes before it calls a cache unknown, in intervals. */
const WARM_UP_INTERVALS = 3;

/** What is known of one cache: its declaration, its recent observations and the judgement made of them. */
export class CacheWatch {
  readonly #logger: LoggerService;
  #declaration: CacheDeclaration;
  #window: ObservationWindow;
  /** `at` counts from the start of the process, milliseconds. */
  #judgement: { state: CacheState; at: number } | undefined;
  #isolation: PortalIsolation | undefined;
  #verdict: CacheState['verdict'] | undefined;
  #hasNews = false;

  static create(options: {
    declaration: CacheDeclaration;
    intervalMs: number;
    logger: LoggerService;
  }): CacheWatch {
    return new CacheWatch(
      options.declaration,
      options.intervalMs,
      options.logger,
    );
  }

  private constructor(
    declaration: CacheDeclaration,
    intervalMs: number,
    logger: LoggerService,
  ) {
    this.#declaration = declaration;
    this.#window = { observations: {}, watchedSince: Date.now(), intervalMs };
    this.#logger = logger;
  }

  /** The judgement as of now. The log hears of a verdict that is another one than before. */
  state(): CacheState {
    // Not the time of day: a clock that is set back must not keep a judgement for an hour.
    const now = performance.now();
    if (
      !this.#judgement ||
      this.#hasNews ||
      now - this.#judgement.at >
        Math.min(JUDGEMENT_VALID_MS, this.#window.intervalMs / 2)
    ) {
      const state = assess(
        this.#declaration,
        { ...this.#window, isolation: this.#isolation },
        new Date(Date.now()),
      );
      this.#window = { ...this.#window, previousReasons: state.reasons };
      this.#judgement = { state, at: now };
      this.#hasNews = false;
      this.#logVerdict(state);
    }
    return this.#judgement.state;
  }

  observe(observation: Observation): void {
    const { region } = observation;
    const { observations } = this.#window;
    if (isNews(observations[region]?.at(-1), observation)) {
      this.#hasNews = true;
      this.#logObservation(observation);
    }
    observations[region] = recentObservations(
      observations[region],
      observation,
    );
  }

  /** @param unreachableRegions - regions of the declaration that are not probed */
  declare(
    declaration: CacheDeclaration,
    intervalMs: number,
    unreachableRegions: readonly string[],
  ): void {
    this.#declaration = declaration;
    this.#window = { ...this.#window, intervalMs, unreachableRegions };
    this.#judgement = undefined;
  }

  /**
   * Whether the node of a region may be taken for the only primary. What another instance observed is intervals old, and
   * stays when that instance is lost: it is not enough.
   */
  isOnlyPrimary(region: string): boolean {
    const own = Object.entries(this.#window.observations).filter(
      ([, observations]) => observations.at(-1)?.vantage === undefined,
    );
    return isOnlyPrimary(this.#declaration, Object.fromEntries(own), region);
  }

  /** Whether it is too early to tell anybody: not every node has been asked, and there was no time for it yet. */
  get isWarmingUp(): boolean {
    const { observations, watchedSince, intervalMs, unreachableRegions } =
      this.#window;
    return (
      Date.now() - watchedSince < WARM_UP_INTERVALS * intervalMs &&
      this.#declaration.nodes.some(
        ({ region }) =>
          !observations[region] && !unreachableRegions?.includes(region),
      )
    );
  }

  /** Judges at once when what was observed since the last judgement may have changed the verdict, for the log. */
  report(): void {
    if (this.#hasNews) {
      this.state();
    }
  }

  /** Says whether the portal suspects its own network; undefined when it does not. */
  suspect(isolation: PortalIsolation | undefined): void {
    if (isolation?.since !== this.#isolation?.since) {
      this.#isolation = isolation;
      this.#judgement = undefined;
    }
  }

  /** The newest that this instance itself observed of each node. */
  glances(): NodeGlance[] {
    return Object.entries(this.#window.observations).flatMap(
      ([region, observations]) => {
        const latest = observations.at(-1);
        const lastAnsweredAt = observations.findLast(
          ({ outcome, vantage }) =>
            outcome === 'answered' && vantage === undefined,
        )?.observedAt;
        return latest && latest.vantage === undefined
          ? [{ region, latest, lastAnsweredAt }]
          : [];
      },
    );
  }

  /** Drops what was observed of a node that is gone, or that is somewhere else now. */
  forget(region: string): void {
    delete this.#window.observations[region];
    this.#judgement = undefined;
  }

  #logVerdict({ verdict, reasons }: CacheState): void {
    const { entityRef } = this.#declaration;
    if (verdict === this.#verdict || this.isWarmingUp) {
      return;
    }
    this.#logger.info(`Cache ${entityRef} is ${verdict}`, {
      entityRef,
      verdict,
      before: this.#verdict,
      reasons: reasons.map(({ code }) => code).join(' '),
    });
    this.#verdict = verdict;
  }

  #logObservation(observation: Observation): void {
    const { entityRef } = this.#declaration;
    const { region, outcome, durationMs } = observation;
    const failure =
      observation.outcome === 'failed' ? observation.failure.kind : undefined;
    this.#logger.debug('Probed a node', {
      entityRef,
      region,
      outcome,
      durationMs,
      failure,
    });
  }
}
