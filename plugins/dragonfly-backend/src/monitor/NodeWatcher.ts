import { Observation } from 'backstage-plugin-dragonfly-common';
import { NodeProbe } from '../probe';
import { delayUntilNextProbe } from './delayUntilNextProbe';
import { Turns } from './Turns';

export interface NodeWatcherOptions {
  probe: NodeProbe;
  intervalMs: number;
  /** Shared by all watchers. */
  turns: Turns;
  onObservation: (observation: Observation) => void;
}

const SPREAD_MS = 1_000;

/** Probes one node again and again, on its own: no other node's answer is waited for. */
export class NodeWatcher {
  readonly #options: NodeWatcherOptions;
  #takeBack = () => {};
  #turn: Promise<void> | undefined;
  #failures = 0;
  #stopped = false;

  /**
   * The first probe comes at a random moment, so that many nodes do not all start at once; but within a second, so that
   * what another instance has let go of is seen again soon.
   */
  static start(options: NodeWatcherOptions): NodeWatcher {
    const watcher = new NodeWatcher(options);
    watcher.#schedule(Math.random() * Math.min(options.intervalMs, SPREAD_MS));
    return watcher;
  }

  private constructor(options: NodeWatcherOptions) {
    this.#options = options;
  }

  /** Ends the connection and a probe that is under way, whose outcome is dropped. Resolves when nothing is left. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#takeBack();
    this.#options.probe.close();
    await this.#turn;
  }

  #schedule(delayMs: number): void {
    this.#takeBack = this.#options.turns.after(delayMs, () => {
      this.#turn = this.#probe();
    });
  }

  async #probe(): Promise<void> {
    const { probe, intervalMs, onObservation } = this.#options;
    const startedAt = performance.now();
    const observation = await probe.observe();
    if (this.#stopped) {
      return;
    }
    const { outcome } = observation;
    this.#failures = outcome === 'answered' ? 0 : this.#failures + 1;
    this.#schedule(
      delayUntilNextProbe({
        intervalMs,
        outcome,
        failureKind:
          observation.outcome === 'failed'
            ? observation.failure.kind
            : undefined,
        failures: this.#failures,
        sinceStartMs: performance.now() - startedAt,
        random: Math.random(),
      }),
    );
    onObservation(observation);
  }
}
