import { Observation } from 'backstage-plugin-dragonfly-common';
import { CacheConnection } from './CacheConnection';
import { ConnectionSlots } from './ConnectionSlots';
import { Deadline } from './Deadline';
import { FactsReader } from './FactsReader';
import { LagProbes, LagProbesOptions } from './LagProbes';
import { failureOf, ProbeError } from './ProbeError';

/** Part of the timeout that a PING may take after a question hung: both together stay within the interval. */
const PING_SHARE = 0.25;

export interface NodeProbeOptions extends LagProbesOptions {
  /** When a probe gives up, milliseconds. */
  timeoutMs: number;
  /** Shared by all probes: how many may connect at the same time. */
  slots: ConnectionSlots;
}

/** Asks one node what it is and how it is, over a connection that stays open. */
export class NodeProbe {
  readonly #options: NodeProbeOptions;
  readonly #facts = new FactsReader();
  readonly #lag: LagProbes;
  #connection: CacheConnection | undefined;
  #deadline: Deadline | undefined;
  #closed = false;

  static create(options: NodeProbeOptions): NodeProbe {
    return new NodeProbe(options);
  }

  private constructor(options: NodeProbeOptions) {
    this.#options = options;
    this.#lag = LagProbes.create(options);
  }

  /** Probes once. Never throws and never takes longer than the timeout, not counting the wait for a connection slot. */
  async observe(): Promise<Observation> {
    return this.#connection?.isOpen
      ? this.#observe()
      : this.#options.slots.run(() => this.#observe());
  }

  /** Ends the connections, and a probe that is under way. */
  close(): void {
    this.#closed = true;
    this.#deadline?.expire();
    this.#disconnect();
  }

  async #observe(): Promise<Observation> {
    const { region, timeoutMs } = this.#options;
    const startedAt = performance.now();
    const sinceStart = () => Math.round(performance.now() - startedAt);
    const deadline = Deadline.after(timeoutMs);
    this.#deadline = deadline;
    if (this.#closed) {
      deadline.expire();
    }
    try {
      const connection = await this.#connect(deadline);
      const ask = (section: string) => info(connection, deadline, section);
      const replication = await ask('replication');
      const observedAt = Date.now();
      const durationMs = sinceStart();
      const facts = await this.#facts.read(replication, sections =>
        connection.together(() => sections.map(ask)),
      );
      const lag = await this.#lag.measure(facts, deadline);
      return {
        region,
        observedAt,
        durationMs,
        outcome: 'answered',
        facts: lag ? { ...facts, ...lag } : facts,
      };
    } catch (error) {
      const hung = this.#connection !== undefined;
      this.#disconnect();
      this.#facts.askAllNextTime();
      const observedAt = Date.now();
      const durationMs = sinceStart();
      const failure = failureOf(error);
      return {
        region,
        observedAt,
        durationMs,
        outcome: 'failed',
        failure:
          hung && failure.kind === 'timeout'
            ? { ...failure, answersPing: await this.#answersPing() }
            : failure,
      };
    } finally {
      this.#end(deadline);
    }
  }

  /** What a deadline still refers to, the answers among it, must not be kept until the next probe. */
  #end(deadline: Deadline): void {
    deadline.clear();
    if (this.#deadline === deadline) this.#deadline = undefined;
  }

  async #connect(deadline: Deadline): Promise<CacheConnection> {
    if (!this.#connection?.isOpen) {
      this.#connection = await CacheConnection.open(
        this.#options.target,
        deadline,
      );
    }
    return this.#connection;
  }

  /**
   * Whether a server that let a question hang answers PING on a new connection. A Dragonfly replica does exactly that while
   * it takes over; a stopped process or a cut network does not.
   */
  async #answersPing(): Promise<boolean> {
    const deadline = Deadline.after(this.#options.timeoutMs * PING_SHARE);
    this.#deadline = deadline;
    try {
      if (this.#closed) {
        return false;
      }
      const connection = await CacheConnection.open(
        this.#options.target,
        deadline,
      );
      try {
        return (await connection.call(deadline, 'PING')) === 'PONG';
      } finally {
        connection.close();
      }
    } catch {
      return false;
    } finally {
      this.#end(deadline);
    }
  }

  #disconnect(): void {
    this.#connection?.close();
    this.#connection = undefined;
    this.#lag.close();
  }
}

async function info(
  connection: CacheConnection,
  deadline: Deadline,
  section: string,
): Promise<string> {
  const reply = await connection.call(deadline, 'INFO', section);
  if (typeof reply !== 'string') {
    throw new ProbeError({
      kind: 'protocol',
      message: 'not an answer of a cache',
    });
  }
  return reply;
}
