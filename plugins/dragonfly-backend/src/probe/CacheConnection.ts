import { Redis } from 'ioredis';
import { NodeTarget } from '../inventory';
import { Deadline } from './Deadline';
import { ProbeError } from './ProbeError';
import { readAuthorities, readPassword } from './readSecrets';

const LARGEST_REPLY_BYTES = 1024 * 1024;

/**
 * One connection to one server. It is never opened again by itself: who holds it decides when to try, so that a dead
 * server meets no storm of attempts. Whatever goes wrong, also a reply that does not come in time, ends it.
 */
export class CacheConnection {
  readonly #redis: Redis;
  #error: Error | undefined;
  #closed = false;
  #pendingCalls = 0;
  #pendingBytes = 0;

  /** Connects and authenticates. Throws what went wrong, or that time is over. */
  static async open(
    target: NodeTarget,
    deadline: Deadline,
  ): Promise<CacheConnection> {
    const [password, ca] = await deadline.limit(() =>
      Promise.all([readPassword(target), readAuthorities(target)]),
    );
    const connection = new CacheConnection(
      new Redis({
        host: target.host,
        port: target.port,
        username: target.username,
        password,
        tls: target.tls ? { ca } : undefined,
        // AUTH is all the handshake there is: a user who may only +ping +info +role +wait is refused CLIENT SETINFO, and
        // the ready check waits while a server is loading, which is what a probe wants to see.
        protocol: 2,
        disableClientInfo: true,
        enableReadyCheck: false,
        lazyConnect: true,
        enableOfflineQueue: false,
        autoResendUnfulfilledCommands: false,
        retryStrategy: () => undefined,
        connectTimeout: 0,
        // Its stream is destroyed in any case; the client's timer for that outlives a stream that is closed already.
        disconnectTimeout: 0,
      }),
    );
    await connection.#connect(deadline);
    return connection;
  }

  private constructor(redis: Redis) {
    this.#redis = redis;
    // Without a listener an error of the socket is written to the console.
    redis.on('error', error => {
      this.#error ??= error;
      // The client would wait until the other side has closed it too, and a server that is no cache need not.
      redis.stream?.destroy();
    });
    // From the start: what a server says to the login has to be bounded as well.
    redis.once('connect', () => {
      redis.stream.on('data', (chunk: Buffer) => this.#measure(chunk));
    });
  }

  get isOpen(): boolean {
    return !this.#closed && this.#redis.status === 'ready';
  }

  /** Sends one command. Throws the server's error reply, what broke the connection, or that time is over. */
  async call(
    deadline: Deadline,
    command: string,
    ...parameters: string[]
  ): Promise<unknown> {
    this.#pendingCalls += 1;
    try {
      return await this.#unlessBroken(deadline, () =>
        this.#redis.call(command, ...parameters),
      );
    } finally {
      this.#pendingCalls -= 1;
      if (this.#pendingCalls === 0) {
        this.#pendingBytes = 0;
      }
    }
  }

  /** Sends all that is called within a piece of work in one packet, which wakes the server once. */
  together<T>(calls: () => T): T {
    const { stream } = this.#redis;
    stream.cork();
    try {
      return calls();
    } finally {
      stream.uncork();
    }
  }

  /** Ends the connection at once; a server that does not answer is not waited for. */
  close(): void {
    this.#closed = true;
    this.#redis.disconnect();
    this.#redis.stream?.destroy();
  }

  async #connect(deadline: Deadline): Promise<void> {
    try {
      await this.#unlessBroken(deadline, () => this.#redis.connect());
    } catch (error) {
      this.close();
      throw error;
    }
  }

  async #unlessBroken<T>(
    deadline: Deadline,
    work: () => Promise<T>,
  ): Promise<T> {
    try {
      return await deadline.limit(work);
    } catch (error) {
      if (deadline.isOver) {
        this.close();
      }
      // What broke the connection came as an event. It says more than that time is up, or the client's "Connection is
      // closed".
      throw this.#error ?? error;
    }
  }

  #measure(chunk: Buffer): void {
    this.#pendingBytes += chunk.length;
    if (this.#pendingBytes > LARGEST_REPLY_BYTES) {
      this.#error ??= new ProbeError({
        kind: 'protocol',
        message: 'a reply larger than 1 MiB',
      });
      this.close();
    }
  }
}
