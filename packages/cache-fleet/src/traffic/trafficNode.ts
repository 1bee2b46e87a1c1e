import { isError } from '@backstage/errors';
import { Redis } from 'ioredis';
import { FleetNode } from '../fleet';
import { tlsOptions } from '../servers/tlsOptions';
import { SaidRole } from './choosePrimary';

const RECONNECT_MS = 100;
const ANSWER_MS = 1_000;
const UNANSWERED_LIMIT = 500;

/** An application's connection to one node: survives its death, gives up on answers after a second. */
export class TrafficNode {
  readonly region: string;
  /** Operations sent and not answered. */
  unanswered = 0;
  readonly #client: Redis;

  constructor(node: FleetNode) {
    this.region = node.region;
    this.#client = new Redis({
      ...node.address,
      ...node.credentials.default,
      ...tlsOptions(node.authority),
      commandTimeout: ANSWER_MS,
      connectTimeout: ANSWER_MS,
      maxRetriesPerRequest: 0,
      // What could not be sent at once counts as failed and is not sent later.
      enableOfflineQueue: false,
      autoResendUnfulfilledCommands: false,
      retryStrategy: () => RECONNECT_MS,
    });
    // Each operation reports its own failure.
    this.#client.on('error', () => {});
  }

  /** Whether another operation may be sent: a hung server must not make us pile them up. */
  get ready(): boolean {
    return (
      this.#client.status === 'ready' && this.unanswered < UNANSWERED_LIMIT
    );
  }

  /** Sends one operation; never rejects. */
  async send(
    operation: (client: Redis) => Promise<unknown>,
    done: (error: Error | undefined) => void,
  ): Promise<void> {
    this.unanswered += 1;
    try {
      await operation(this.#client);
      done(undefined);
    } catch (error) {
      done(isError(error) ? error : new Error(String(error)));
    } finally {
      this.unanswered -= 1;
    }
  }

  /** Asks the node for its role. */
  async role(): Promise<SaidRole> {
    try {
      const [role] = await this.#client.role();
      return role === 'master' ? 'primary' : 'replica';
    } catch {
      return undefined;
    }
  }

  close(): void {
    this.#client.disconnect();
  }
}
