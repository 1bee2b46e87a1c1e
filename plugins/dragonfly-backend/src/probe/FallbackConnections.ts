import { CacheConnection } from './CacheConnection';
import { Deadline } from './Deadline';
import { SideConnection } from './SideConnection';

/** The same server with several users: what one may not do is asked of the next, and of the first no more. */
export class FallbackConnections {
  readonly #connections: readonly SideConnection[];

  /** @param connections - the one with the fewest rights first */
  constructor(connections: readonly SideConnection[]) {
    this.#connections = connections;
  }

  /** What the work returns over the first connection that may do it; undefined when none may, or when it fails. */
  async attempt<T>(
    deadline: Deadline,
    work: (connection: CacheConnection) => Promise<T>,
  ): Promise<T | undefined> {
    for (const connection of this.#connections) {
      const result = await connection.attempt(deadline, work);
      if (!connection.isRefused) {
        return result;
      }
    }
    return undefined;
  }

  close(): void {
    this.#connections.forEach(connection => connection.close());
  }
}
