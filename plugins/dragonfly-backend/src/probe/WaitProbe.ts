import { NodeFacts, ReplicationFacts } from 'backstage-plugin-dragonfly-common';
import { NodeTarget } from '../inventory';
import { Deadline } from './Deadline';
import { SideConnection } from './SideConnection';

/** Left of the probe's time when WAIT gives up, for its answer to arrive. */
const RESERVE_MS = 50;

/** WAIT looks for acknowledgements every 100 ms, so less than two looks would time out on an idle pair. */
const SHORTEST_WAIT_MS = 150;

type WaitResult = NonNullable<NodeFacts['waitProbe']>;

/**
 * Measures how long a Dragonfly primary takes until a replica has everything: `WAIT 1` journals a PING on every shard and
 * answers when it is acknowledged. It has a connection of its own, because WAIT blocks the one it is sent on.
 *
 * It may take all that is left of the probe's time, so the longest lag it can measure is the timeout of a probe less what
 * the other questions took: about 1.4 s at the default interval of 2 s.
 */
export class WaitProbe {
  readonly #connection: SideConnection;

  constructor(target: NodeTarget) {
    this.#connection = new SideConnection(target);
  }

  /**
   * Whether WAIT says something about replication. Redis and Valkey answer it for the asking connection's own writes
   * only, Dragonfly before 1.40 likewise.
   */
  static suits(facts: NodeFacts): boolean {
    return (
      facts.flavour === 'dragonfly' &&
      hasReplica(facts.replication) &&
      isAtLeast(facts.version, 1, 40)
    );
  }

  /** Undefined when there is no time left, the user may not ask, or no answer came. */
  async measure(deadline: Deadline): Promise<WaitResult | undefined> {
    return this.#connection.attempt(deadline, async connection => {
      const timeoutMs = Math.floor(deadline.remainingMs - RESERVE_MS);
      if (timeoutMs < SHORTEST_WAIT_MS) {
        return undefined;
      }
      const startedAt = performance.now();
      const acknowledged = await connection.call(
        deadline,
        'WAIT',
        '1',
        String(timeoutMs),
      );
      return {
        acknowledgedReplicas: Number(acknowledged),
        elapsedMs: Math.round(performance.now() - startedAt),
        timeoutMs,
      };
    });
  }

  close(): void {
    this.#connection.close();
  }
}

/** Whether a replica can acknowledge; of those that are only counted, not listed, the state is not known. */
function hasReplica(replication: ReplicationFacts): boolean {
  if (replication.role !== 'primary') return false;
  const { replicas, connectedReplicas = 0 } = replication;
  return (
    replicas.some(({ state }) => state === 'online') ||
    (replicas.length === 0 && connectedReplicas > 0)
  );
}

function isAtLeast(
  version: string | undefined,
  major: number,
  minor: number,
): boolean {
  const [ownMajor = 0, ownMinor = 0] = (version ?? '').split('.').map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}
