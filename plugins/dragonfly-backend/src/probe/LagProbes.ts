import { NodeFacts } from 'backstage-plugin-dragonfly-common';
import { NodeTarget, operatorOf } from '../inventory';
import { CacheHeartbeat } from './CacheHeartbeat';
import { Deadline } from './Deadline';
import { HeartbeatProbe } from './HeartbeatProbe';
import { ShardOffsetsReader } from './ShardOffsetsReader';
import { WaitProbe } from './WaitProbe';

export interface LagProbesOptions {
  region: string;
  target: NodeTarget;
  /** Whether to ask for positions in the journal, where the target has credentials for operations. */
  positions?: boolean;
  /** The portal's keys; none are written or read without it. */
  heartbeat?: CacheHeartbeat;
}

/** What the probes of the lag add to a node's facts. */
export type LagFacts = Pick<
  NodeFacts,
  'waitProbe' | 'shardOffsets' | 'heartbeat'
>;

/** Everything that is asked of a node to tell lag in time; which of it is used is decided where the cache is judged. */
export class LagProbes {
  readonly #wait: WaitProbe;
  readonly #offsets: ShardOffsetsReader | undefined;
  readonly #heartbeat: HeartbeatProbe | undefined;

  static create(options: LagProbesOptions): LagProbes {
    return new LagProbes(options);
  }

  private constructor(options: LagProbesOptions) {
    const { region, target, positions, heartbeat } = options;
    const operator = positions ? operatorOf(target) : undefined;
    this.#wait = new WaitProbe(target);
    this.#offsets = operator && new ShardOffsetsReader(operator);
    this.#heartbeat =
      heartbeat && HeartbeatProbe.create({ region, target, heartbeat });
  }

  /** Asks a node that just answered these facts, all at once; undefined when there is nothing to ask. Never throws. */
  measure(facts: NodeFacts, deadline: Deadline): Promise<LagFacts> | undefined {
    return this.#offsets || this.#heartbeat || WaitProbe.suits(facts)
      ? this.#measure(facts, deadline)
      : undefined;
  }

  /** Ends the connections and what runs over them. What was refused is tried again after it. */
  close(): void {
    this.#wait.close();
    this.#offsets?.close();
    this.#heartbeat?.close();
  }

  async #measure(facts: NodeFacts, deadline: Deadline): Promise<LagFacts> {
    const [waitProbe, shardOffsets, heartbeat] = await Promise.all([
      WaitProbe.suits(facts) ? this.#wait.measure(deadline) : undefined,
      this.#offsets?.read(facts, deadline),
      this.#heartbeat?.observe(facts, deadline),
    ]);
    return {
      ...(waitProbe && { waitProbe }),
      ...(shardOffsets && { shardOffsets }),
      ...(heartbeat && { heartbeat }),
    };
  }
}
