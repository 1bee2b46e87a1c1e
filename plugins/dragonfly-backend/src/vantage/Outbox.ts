import { Observation } from 'backstage-plugin-dragonfly-common';
import { isNews } from '../monitor/isNews';
import { keyOf } from './keyOf';
import { Vantage, VantageReport } from './types';

/** A node whose observations cannot be written for a while keeps so many. */
const KEPT_PER_NODE = 10;

interface Kept {
  observation: Observation;
  /** Whether it may change a verdict at once. */
  news: boolean;
  /** When it was first written, by the monotonic clock. */
  writtenAt?: number;
}

interface Row {
  vantage: Vantage;
  /** By entity reference. */
  nodes: Map<string, Kept[]>;
}

/**
 * Observations on their way to the instances that judge. One that has been written is written again for as long as a reader
 * may need to come by.
 */
export class Outbox {
  readonly #rows = new Map<string, Row>();
  readonly #latest = new Map<string, Observation>();

  /** @returns whether it is news that should not wait */
  add(vantage: Vantage, entityRef: string, observation: Observation): boolean {
    const node = nodeKey(vantage, entityRef);
    const news = isNews(this.#latest.get(node), observation);
    this.#latest.set(node, observation);
    const row = this.#rows.get(keyOf(vantage)) ?? {
      vantage,
      nodes: new Map<string, Kept[]>(),
    };
    this.#rows.set(keyOf(vantage), row);
    const kept = row.nodes.get(entityRef) ?? [];
    row.nodes.set(entityRef, [
      ...kept.slice(1 - KEPT_PER_NODE),
      { observation, news },
    ]);
    return news;
  }

  /**
   * What should be written: of each vantage with something new everything that is kept.
   *
   * @param what - `news`: only vantages with news that was not written yet
   */
  due(what: 'all' | 'news'): VantageReport[] {
    return [...this.#rows.values()]
      .filter(({ nodes }) =>
        [...nodes.values()]
          .flat()
          .some(
            ({ news, writtenAt }) =>
              writtenAt === undefined && (what === 'all' || news),
          ),
      )
      .map(({ vantage, nodes }) => ({
        vantage,
        sightings: [...nodes]
          .filter(([, kept]) => kept.length > 0)
          .map(([entityRef, kept]) => [
            entityRef,
            kept.map(({ observation }) => observation),
          ]),
      }));
  }

  /**
   * Notes that reports were written.
   *
   * @param now - by the monotonic clock, milliseconds
   * @param keepMs - how long what has been written is written again
   */
  written(
    reports: readonly VantageReport[],
    now: number,
    keepMs: number,
  ): void {
    for (const { vantage, sightings } of reports) {
      const row = this.#rows.get(keyOf(vantage));
      for (const [entityRef, observations] of sightings) {
        const sent = new Set(observations);
        const kept = row?.nodes.get(entityRef) ?? [];
        for (const each of kept) {
          if (sent.has(each.observation)) each.writtenAt ??= now;
        }
        row?.nodes.set(
          entityRef,
          kept.filter(
            ({ writtenAt }) =>
              writtenAt === undefined || now - writtenAt < keepMs,
          ),
        );
      }
    }
  }

  /** Drops what is kept of a node that is no longer probed. */
  forget(vantage: Vantage, entityRef: string): void {
    this.#latest.delete(nodeKey(vantage, entityRef));
    const row = this.#rows.get(keyOf(vantage));
    row?.nodes.delete(entityRef);
    if (row?.nodes.size === 0) {
      this.#rows.delete(keyOf(vantage));
    }
  }
}

function nodeKey(vantage: Vantage, entityRef: string): string {
  return `${keyOf(vantage)} ${entityRef}`;
}
