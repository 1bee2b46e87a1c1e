import { CacheHeartbeat } from './CacheHeartbeat';
import { Deadline } from './Deadline';
import { FallbackConnections } from './FallbackConnections';
import { HEARTBEAT_KEYS, HEARTBEAT_LIFE_MS } from './heartbeatKeys';

export interface HeartbeatWriterOptions {
  region: string;
  heartbeat: CacheHeartbeat;
  connections: FallbackConnections;
}

/**
 * Writes the portal's keys to one node, as long as it is told to and the node is the only primary. A write that fails is
 * left out: on a server that became a replica, that is paused or that refuses it, nothing is to be forced.
 */
export class HeartbeatWriter {
  readonly #options: HeartbeatWriterOptions;
  #timer: NodeJS.Timeout | undefined;
  #deadline: Deadline | undefined;
  #running = false;

  constructor(options: HeartbeatWriterOptions) {
    this.#options = options;
  }

  /** Writes now and from then on at the interval; does nothing when it does so already. */
  start(): void {
    if (!this.#running) {
      this.#running = true;
      this.#turn();
    }
  }

  /** Ends the rhythm, and a write that is under way. */
  stop(): void {
    this.#running = false;
    clearTimeout(this.#timer);
    this.#deadline?.expire();
  }

  async #turn(): Promise<void> {
    const { region, heartbeat } = this.#options;
    const startedAt = performance.now();
    const deadline = Deadline.after(heartbeat.intervalMs);
    this.#deadline = deadline;
    if (heartbeat.mayWrite(region)) {
      await this.#write(deadline);
    }
    deadline.clear();
    // Stopped and started again meanwhile, it is another turn that goes on.
    if (this.#running && this.#deadline === deadline) {
      const elapsed = performance.now() - startedAt;
      this.#timer = setTimeout(
        () => this.#turn(),
        Math.max(0, heartbeat.intervalMs - elapsed),
      );
    }
  }

  async #write(deadline: Deadline): Promise<void> {
    const { heartbeat, connections } = this.#options;
    const at = Date.now();
    const replies = await connections.attempt(deadline, connection =>
      Promise.all(
        HEARTBEAT_KEYS.map(key =>
          connection.call(
            deadline,
            'SET',
            key,
            String(at),
            'PX',
            String(HEARTBEAT_LIFE_MS),
          ),
        ),
      ),
    );
    if (replies) {
      heartbeat.written(at);
    }
  }
}
