import { Observation } from 'backstage-plugin-dragonfly-common';
import { keyOf } from './keyOf';
import { WrittenReport } from './VantageStore';
import { withSharedKeys } from './withSharedKeys';

type Listener = (entityRef: string, observation: Observation) => void;

/** What was read of one vantage the last time. */
interface Known {
  writer: string;
  writtenAt: number;
  /** By entity reference; an observation is told by its time. */
  observations: Map<string, Map<number, Observation>>;
}

/** Passes on what other instances observed, each observation once and in order, however often it is read. */
export class Relay {
  readonly #onObservation: Listener;
  #known = new Map<string, Known>();

  static create(options: { onObservation: Listener }): Relay {
    return new Relay(options.onObservation);
  }

  private constructor(onObservation: Listener) {
    this.#onObservation = onObservation;
  }

  /**
   * Passes on what is new since the last time.
   *
   * @param reports - all there are now; what is not among them any more is forgotten
   */
  pass(reports: readonly WrittenReport[]): void {
    this.#known = new Map(
      reports.map(report => {
        const key = keyOf(report.vantage);
        return [key, this.#passReport(report, this.#known.get(key))];
      }),
    );
  }

  #passReport(report: WrittenReport, before: Known | undefined): Known {
    const { writer, writtenAt } = report;
    const known = before?.writer === writer ? before : undefined;
    if (known?.writtenAt === writtenAt) {
      return known;
    }
    const observations: Known['observations'] = new Map();
    for (const [entityRef, read] of report.sightings()) {
      const earlier = known?.observations.get(entityRef);
      const now = new Map<number, Observation>();
      let latest = [...(earlier?.values() ?? [])].at(-1);
      for (const observation of read) {
        const { observedAt } = observation;
        const passed = earlier?.get(observedAt);
        latest = passed ?? withSharedKeys(latest, observation);
        now.set(observedAt, latest);
        if (!passed) {
          this.#onObservation(entityRef, latest);
        }
      }
      observations.set(entityRef, now);
    }
    return { writer, writtenAt, observations };
  }
}
