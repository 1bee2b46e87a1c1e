import { Socket } from 'node:net';
import RedisParser from 'redis-parser';
import { AnswerBook } from './answerBook';
import { encodeReply } from './encodeReply';
import { RecordedNode } from './recordedNode';
import { ReplayClock } from './replayClock';
import { Session } from './session';
import { PortKind, Reply } from './types';

/** What a connection needs to answer. */
export interface ReplayConnectionContext {
  clock: ReplayClock;
  node: RecordedNode;
  book: AnswerBook;
  port: PortKind;
  session: Session;
}

function isCommand(value: unknown): value is string[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every(word => typeof word === 'string')
  );
}

/** One client of a replayed server: answers its commands in turn, at the times they were answered. */
export class ReplayConnection {
  readonly #socket: Socket;
  readonly #context: ReplayConnectionContext;
  #endWait: () => void = () => {};
  #turn: Promise<void> = Promise.resolve();

  constructor(socket: Socket, context: ReplayConnectionContext) {
    this.#socket = socket;
    this.#context = context;
  }

  /** Begins to answer. */
  start(): void {
    const parser = new RedisParser({
      returnReply: command => this.#receive(command),
      returnError: () => this.#refuse(),
      returnFatalError: () => this.#refuse(),
    });
    this.#socket.on('data', bytes => parser.execute(bytes));
    // The client ended without saying so; there is nobody to tell.
    this.#socket.on('error', () => {});
    this.#socket.on('close', () => this.#endWait());
  }

  #refuse(): void {
    this.#socket.end(encodeReply({ error: 'ERR Protocol error' }, 2));
  }

  #receive(command: unknown): void {
    if (!isCommand(command)) {
      this.#refuse();
      return;
    }
    this.#turn = this.#turn.then(() => this.#answer(command));
  }

  async #answer(command: string[]): Promise<void> {
    const { node, clock, session, book, port } = this.#context;
    while (node.condition(clock.nowMs) === 'frozen' && this.#open) {
      await this.#until(node.nextChange(clock.nowMs));
    }
    const own = session.handle(command);
    if (own !== undefined) {
      this.#send(own);
      return;
    }
    while (this.#open) {
      const answer = book.answer(port, command, clock.nowMs);
      if (answer.kind === 'reply') {
        if (answer.fromMs > clock.nowMs) {
          await this.#until(answer.fromMs);
        }
        this.#send(answer.reply);
        return;
      }
      await this.#until(answer.untilMs);
    }
  }

  get #open(): boolean {
    return !this.#socket.destroyed;
  }

  #send(reply: Reply): void {
    if (this.#open) {
      this.#socket.write(encodeReply(reply, this.#context.session.protocol));
    }
  }

  /** Settles at a time of the recording, when the clock was set, or when the connection is closed. */
  #until(atMs: number): Promise<void> {
    return new Promise(resolve => {
      const cancel = this.#context.clock.wake(atMs, resolve);
      this.#endWait = () => {
        cancel();
        resolve();
      };
    });
  }
}
