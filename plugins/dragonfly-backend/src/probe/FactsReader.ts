import {
  factsFromInfo,
  InfoReplies,
  NodeFacts,
} from 'backstage-plugin-dragonfly-common';
import { ProbeError } from './ProbeError';

// These sections make the server gather from all its threads, so they are asked once in a while.
const DETAILS = ['server', 'memory', 'keyspace', 'stats'] as const;
const DETAILS_EVERY = 10;

/**
 * Makes facts of the answers of one node, and decides which sections are asked this time: all of them the first time, and
 * then again after a random number of times, so that nodes that began together do not all ask at once for ever.
 */
export class FactsReader {
  #previous: NodeFacts | undefined;
  #untilDetails = 0;
  #untilNextDetails = 1 + Math.floor(Math.random() * DETAILS_EVERY);

  /** Has every section asked next time. */
  askAllNextTime(): void {
    this.#untilDetails = 0;
  }

  /**
   * Reads the answer to `INFO replication` and asks for more when it is time. What is asked beyond it may fail without
   * making the node look dead.
   *
   * @param ask - answers `INFO` of some sections, each by itself, or throws
   * @throws ProbeError when the answer cannot be used
   */
  async read(
    replication: string,
    ask: (sections: readonly string[]) => Promise<string>[],
  ): Promise<NodeFacts> {
    const result = factsFromInfo({ replication }, this.#previous);
    if (!result.ok) {
      throw new ProbeError(result.failure);
    }
    let facts = result.value;
    if (this.#untilDetails === 0 || hasLost(this.#previous, facts)) {
      this.#untilDetails = this.#untilNextDetails;
      this.#untilNextDetails = DETAILS_EVERY;
      facts = await this.#withDetails({ replication }, facts, ask);
    }
    this.#untilDetails -= 1;
    this.#previous = facts;
    return facts;
  }

  /** What came before a section that hangs, or cannot be read, is not lost. */
  async #withDetails(
    replies: InfoReplies,
    facts: NodeFacts,
    ask: (sections: readonly string[]) => Promise<string>[],
  ): Promise<NodeFacts> {
    const asked = await Promise.all(
      ask(DETAILS).map(reply => reply.catch(() => undefined)),
    );
    const details = DETAILS.map((section, index) => ({
      [section]: asked[index],
    }));
    const statsObservedAt = Date.now();
    const all: InfoReplies = Object.assign(
      { ...replies, statsObservedAt },
      ...details,
    );
    const whole = factsFromInfo(all, this.#previous);
    if (whole.ok) {
      return whole.value;
    }
    let known = { replies: { ...replies, statsObservedAt }, facts };
    for (const detail of details) {
      const extended = { ...known.replies, ...detail };
      const result = factsFromInfo(extended, this.#previous);
      if (result.ok) {
        known = { replies: extended, facts: result.value };
      }
    }
    return known.facts;
  }
}

/** A new role, primary or data set makes what was known of memory and keys worthless. */
function hasLost(previous: NodeFacts | undefined, facts: NodeFacts): boolean {
  return previous?.memory !== undefined && facts.memory === undefined;
}
