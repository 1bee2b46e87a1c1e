import { Heartbeat, NodeFacts } from 'backstage-plugin-dragonfly-common';
import { CacheHeartbeat } from './CacheHeartbeat';
import { Deadline } from './Deadline';
import { FallbackConnections } from './FallbackConnections';
import { HEARTBEAT_KEYS } from './heartbeatKeys';

/** Finds the portal's keys on a replica. */
export class HeartbeatReader {
  readonly #heartbeat: CacheHeartbeat;
  readonly #connections: FallbackConnections;
  #lastFound: number | undefined;

  constructor(heartbeat: CacheHeartbeat, connections: FallbackConnections) {
    this.#heartbeat = heartbeat;
    this.#connections = connections;
  }

  /**
   * The oldest of the keys that are there. Undefined for a copy that is being made, while nobody writes the keys, and
   * when they cannot be read.
   */
  async read(
    { replication }: NodeFacts,
    deadline: Deadline,
  ): Promise<Heartbeat | undefined> {
    const isCopy =
      replication.role === 'replica' && !replication.fullSyncInProgress;
    if (!isCopy || this.#heartbeat.writtenAt(Date.now()) === undefined) {
      this.#lastFound = undefined;
      return undefined;
    }
    const reply = await this.#connections.attempt(deadline, connection =>
      connection.call(deadline, 'MGET', ...HEARTBEAT_KEYS),
    );
    if (!Array.isArray(reply)) {
      return undefined;
    }
    const found = reply
      .map(Number)
      .filter(at => Number.isInteger(at) && at > 0);
    // On a replica that is further behind than the keys live, they have run out; what was found last was the newest then.
    this.#lastFound = found.length > 0 ? Math.min(...found) : this.#lastFound;
    return this.#lastFound === undefined
      ? undefined
      : {
          writtenAt: this.#lastFound,
          intervalMs: this.#heartbeat.intervalMs,
        };
  }

  /** Forgets what was found. */
  reset(): void {
    this.#lastFound = undefined;
  }
}
