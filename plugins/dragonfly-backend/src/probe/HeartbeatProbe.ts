import { Heartbeat, NodeFacts } from 'backstage-plugin-dragonfly-common';
import { NodeTarget, operatorOf } from '../inventory';
import { CacheHeartbeat } from './CacheHeartbeat';
import { Deadline } from './Deadline';
import { FallbackConnections } from './FallbackConnections';
import { HeartbeatReader } from './HeartbeatReader';
import { HeartbeatWriter } from './HeartbeatWriter';
import { SideConnection } from './SideConnection';

/** Keeps the portal's keys on one node: has them written while it is a primary, looks for them while it is a replica. */
export class HeartbeatProbe {
  readonly #heartbeat: CacheHeartbeat;
  readonly #connections: FallbackConnections;
  readonly #writer: HeartbeatWriter;
  readonly #reader: HeartbeatReader;

  static create(options: {
    region: string;
    target: NodeTarget;
    heartbeat: CacheHeartbeat;
  }): HeartbeatProbe {
    return new HeartbeatProbe(options);
  }

  private constructor(options: {
    region: string;
    target: NodeTarget;
    heartbeat: CacheHeartbeat;
  }) {
    const { region, target, heartbeat } = options;
    const operator = operatorOf(target);
    const connections = new FallbackConnections(
      [target, ...(operator ? [operator] : [])].map(
        login => new SideConnection(login),
      ),
    );
    this.#heartbeat = heartbeat;
    this.#connections = connections;
    this.#writer = new HeartbeatWriter({ region, heartbeat, connections });
    this.#reader = new HeartbeatReader(heartbeat, connections);
  }

  /** What was written to, or found on, a node that just answered this. */
  async observe(
    facts: NodeFacts,
    deadline: Deadline,
  ): Promise<Heartbeat | undefined> {
    if (facts.replication.role === 'replica') {
      this.#writer.stop();
      return this.#reader.read(facts, deadline);
    }
    this.#writer.start();
    const writtenAt = this.#heartbeat.writtenAt(Date.now());
    return writtenAt === undefined
      ? undefined
      : { writtenAt, intervalMs: this.#heartbeat.intervalMs };
  }

  /** Writes no more, and ends the connections. */
  close(): void {
    this.#writer.stop();
    this.#reader.reset();
    this.#connections.close();
  }
}
