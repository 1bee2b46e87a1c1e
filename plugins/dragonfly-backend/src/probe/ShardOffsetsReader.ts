import { NodeFacts, ShardOffsets } from 'backstage-plugin-dragonfly-common';
import { NodeTarget } from '../inventory';
import { Deadline } from './Deadline';
import {
  Position,
  readPrimaryPosition,
  readReplicaPosition,
} from './readShardOffsets';
import { SideConnection } from './SideConnection';

/** Part of the time that is left which the answer may take; a lock of the server can hold it back for long. */
const TIME_SHARE = 0.5;

interface Question {
  command: readonly string[];
  read: (reply: unknown) => Position | undefined;
}

const OF_PRIMARY: Question = {
  command: ['DFLY', 'REPLICAOFFSET'],
  read: readPrimaryPosition,
};
const OF_REPLICA: Question = {
  command: ['DEBUG', 'REPLICA', 'OFFSET'],
  read: readReplicaPosition,
};

/**
 * Asks a Dragonfly for its position in the journal, shard by shard. That takes the rights of an operator, hence a
 * connection of its own with those credentials.
 */
export class ShardOffsetsReader {
  readonly #connection: SideConnection;

  /** @param operator - the node, with the credentials for operations */
  constructor(operator: NodeTarget) {
    this.#connection = new SideConnection(operator);
  }

  /** Undefined when there is nothing to ask, the user may not ask, or no answer came that is understood. */
  async read(
    facts: NodeFacts,
    deadline: Deadline,
  ): Promise<ShardOffsets | undefined> {
    const question = questionFor(facts);
    if (!question) {
      return undefined;
    }
    const own = deadline.within(deadline.remainingMs * TIME_SHARE);
    try {
      return await this.#connection.attempt(own, async connection => {
        const [name, ...parameters] = question.command;
        const startedAt = performance.now();
        const reply = await connection.call(own, name, ...parameters);
        const position = question.read(reply);
        return (
          position && {
            ...position,
            observedAt: Date.now(),
            durationMs: Math.ceil(performance.now() - startedAt),
          }
        );
      });
    } finally {
      own.clear();
    }
  }

  close(): void {
    this.#connection.close();
  }
}

/**
 * A copy that is being made has no position yet, and the lock that a full sync holds would delay the answer. During a
 * takeover nothing gets here: `INFO replication` itself hangs then, or is refused.
 */
function questionFor({
  flavour,
  replication,
}: NodeFacts): Question | undefined {
  if (flavour !== 'dragonfly') {
    return undefined;
  }
  if (replication.role === 'primary') {
    const copying = replication.replicas.some(
      ({ state }) => state === 'preparation' || state === 'full-sync',
    );
    return copying ? undefined : OF_PRIMARY;
  }
  return replication.fullSyncInProgress || !replication.offset
    ? undefined
    : OF_REPLICA;
}
