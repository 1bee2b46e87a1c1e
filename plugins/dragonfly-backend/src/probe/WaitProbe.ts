import { NodeFacts } from 'backstage-plugin-dragonfly-common';
import { NodeTarget } from '../inventory';
import { CacheConnection } from './CacheConnection';
import { Deadline } from './Deadline';
import { failureOf } from './ProbeError';

const RESERVE_MS = 50;

type WaitResult = NonNullable<NodeFacts['waitProbe']>;

/**
 * Measures how long a Dragonfly primary takes until a replica has everything: `WAIT 1` journals a PING on every shard and
 * answers when it is acknowledged. It has a connection of its own, because WAIT blocks the one it is sent on.
 */
export class WaitProbe {
  readonly #target: NodeTarget;
  #connection: CacheConnection | undefined;
  #refused = false;

  constructor(target: NodeTarget) {
    this.#target = target;
  }

  /**
   * Whether WAIT says something about replication. Redis and Valkey answer it for the asking connection's own writes
   * only, Dragonfly before 1.40 likewise.
   */
  static suits(facts: NodeFacts): boolean {
    return (
      facts.flavour === 'dragonfly' &&
      facts.replication.role === 'primary' &&
      facts.replication.replicas.some(replica => replica.state === 'online') &&
      isAtLeast(facts.version, 1, 40)
    );
  }

  /** Undefined when there is no time left, the user may not ask, or no answer came. */
  async measure(
    deadline: Deadline,
    timeoutMs: number,
  ): Promise<WaitResult | undefined> {
    if (this.#refused || deadline.remainingMs < timeoutMs + RESERVE_MS) {
      return undefined;
    }
    try {
      const connection = await this.#open(deadline.signal);
      const startedAt = performance.now();
      const acknowledged = await connection.call(
        deadline.signal,
        'WAIT',
        '1',
        String(timeoutMs),
      );
      return {
        acknowledgedReplicas: Number(acknowledged),
        elapsedMs: Math.round(performance.now() - startedAt),
        timeoutMs,
      };
    } catch (error) {
      this.#refused = failureOf(error).kind === 'permission';
      this.close();
      return undefined;
    }
  }

  close(): void {
    this.#connection?.close();
    this.#connection = undefined;
  }

  async #open(signal: AbortSignal): Promise<CacheConnection> {
    if (!this.#connection?.isOpen) {
      this.#connection = await CacheConnection.open(this.#target, signal);
    }
    return this.#connection;
  }
}

function isAtLeast(
  version: string | undefined,
  major: number,
  minor: number,
): boolean {
  const [ownMajor = 0, ownMinor = 0] = (version ?? '').split('.').map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}
