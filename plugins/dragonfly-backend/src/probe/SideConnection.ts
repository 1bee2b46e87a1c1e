import { NodeTarget } from '../inventory';
import { CacheConnection } from './CacheConnection';
import { Deadline } from './Deadline';
import { failureOf } from './ProbeError';

/** A password that was refused is tried again after so many attempts were left out: servers count failed logins. */
const SKIPPED_AFTER_REFUSED_LOGIN = 10;

/**
 * A connection beside the one a node is probed over, for questions that may fail without making the node look dead. It is
 * opened when it is needed first. A server that does not let the user ask is not asked again until `close`.
 */
export class SideConnection {
  readonly #target: NodeTarget;
  #connection: CacheConnection | undefined;
  #refused = false;
  #skip = 0;

  constructor(target: NodeTarget) {
    this.#target = target;
  }

  /** Whether the server said that this user may not ask, or that it has no such command. */
  get isRefused(): boolean {
    return this.#refused;
  }

  /** What the work returns; undefined when it fails, and without a try when it was refused before. */
  async attempt<T>(
    deadline: Deadline,
    work: (connection: CacheConnection) => Promise<T>,
  ): Promise<T | undefined> {
    if (this.#refused) {
      return undefined;
    }
    if (this.#skip > 0) {
      this.#skip -= 1;
      return undefined;
    }
    try {
      return await work(await this.#open(deadline));
    } catch (error) {
      if (failureOf(error).kind === 'auth') {
        this.#skip = SKIPPED_AFTER_REFUSED_LOGIN;
      }
      if (isRefusal(error)) {
        this.#refused = true;
        this.#disconnect();
      }
      return undefined;
    }
  }

  /** Ends the connection and forgets that anything was refused. */
  close(): void {
    this.#refused = false;
    this.#skip = 0;
    this.#disconnect();
  }

  async #open(deadline: Deadline): Promise<CacheConnection> {
    if (!this.#connection?.isOpen) {
      this.#connection = await CacheConnection.open(this.#target, deadline);
    }
    return this.#connection;
  }

  #disconnect(): void {
    this.#connection?.close();
    this.#connection = undefined;
  }
}

function isRefusal(error: unknown): boolean {
  return (
    failureOf(error).kind === 'permission' ||
    (error instanceof Error &&
      /^ERR unknown (sub)?command\b/i.test(error.message))
  );
}
