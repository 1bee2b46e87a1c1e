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
import { recentObservations } from './recentObservations';

/** How long a judgement is given out again when nothing was observed since: its ages are then off by no more than this. */
const JUDGEMENT_VALID_MS = 1_000;

/** How long the log waits for the first answers of all nodes before it calls a cache unknown, in intervals. */
const WARM_UP_INTERVALS = 3;

/** What is known of one cache: its declaration, its recent observations and the judgement made of them. */
export class CacheWatch {
  readonly #logger: LoggerService;
  #declaration: CacheDeclaration;
  #window: ObservationWindow;
  #judgement: { state: CacheState; at: number } | undefined;
  #isolation: PortalIsolation | undefined;
  #verdict: CacheState['verdict'] | undefined;

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

  /** The judgement as of now. */
  state(): CacheState {
    const now = Date.now();
    if (!this.#judgement || now - this.#judgement.at > JUDGEMENT_VALID_MS) {
      const state = assess(
        this.#declaration,
        { ...this.#window, isolation: this.#isolation },
        new Date(now),
      );
      this.#window = { ...this.#window, previousReasons: state.reasons };
      this.#judgement = { state, at: now };
    }
    return this.#judgement.state;
  }

  observe(observation: Observation): void {
    const { region } = observation;
    const { observations } = this.#window;
    this.#setObservations({
      ...observations,
      [region]: recentObservations(observations[region], observation),
    });
    this.#logObservation(observation);
  }

  declare(declaration: CacheDeclaration, intervalMs: number): void {
    this.#declaration = declaration;
    this.#window = { ...this.#window, intervalMs };
    this.#judgement = undefined;
  }

  /** Whether it is too early to tell anybody: not every node has been asked, and there was no time for it yet. */
  get isWarmingUp(): boolean {
    const { observations, watchedSince, intervalMs } = this.#window;
    return (
      Date.now() - watchedSince < WARM_UP_INTERVALS * intervalMs &&
      this.#declaration.nodes.some(({ region }) => !observations[region])
    );
  }

  /** Logs the verdict when it is another one than before. */
  report(): void {
    const { entityRef } = this.#declaration;
    if (this.isWarmingUp) {
      return;
    }
    const { verdict, reasons } = this.state();
    if (verdict !== this.#verdict) {
      this.#logger.info(`Cache ${entityRef} is ${verdict}`, {
        entityRef,
        verdict,
        before: this.#verdict,
        reasons: reasons.map(({ code }) => code).join(' '),
      });
      this.#verdict = verdict;
    }
  }

  /** Says whether the portal suspects its own network; undefined when it does not. */
  suspect(isolation: PortalIsolation | undefined): void {
    if (isolation?.since !== this.#isolation?.since) {
      this.#isolation = isolation;
      this.#judgement = undefined;
    }
  }

  /** The newest that is known of each node. */
  glances(): NodeGlance[] {
    return Object.entries(this.#window.observations).flatMap(
      ([region, observations]) => {
        const latest = observations.at(-1);
        const lastAnsweredAt = observations.findLast(
          ({ outcome }) => outcome === 'answered',
        )?.observedAt;
        return latest ? [{ region, latest, lastAnsweredAt }] : [];
      },
    );
  }

  /** Drops what was observed of a node that is gone, or that is somewhere else now. */
  forget(region: string): void {
    const { [region]: _, ...others } = this.#window.observations;
    this.#setObservations(others);
  }

  #setObservations(observations: ObservationWindow['observations']): void {
    this.#window = { ...this.#window, observations };
    this.#judgement = undefined;
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
