import { ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { z } from 'zod';

const TRANSFORM = require.resolve('@backstage/cli/config/nodeTransform.cjs');

const reply = z.object({
  id: z.number(),
  answer: z.unknown().optional(),
  error: z.string().optional(),
});

interface Waiting {
  resolve: (answer: unknown) => void;
  reject: (error: Error) => void;
}

/** A part of a benchmark that runs in a process of its own, so that what it costs is told from what measures it. */
export class Program {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  readonly #waiting = new Map<number, Waiting>();
  #questions = 0;

  /**
   * Starts a program that calls `serve`.
   *
   * @param file - below `src`
   * @param options - `bare`: it is no part of what is measured; it gets none of the options for that, and one thread to
   *   collect garbage with, so that it takes as little as it can from what is measured
   */
  static start(file: string, options: { bare?: boolean } = {}): Program {
    const { PORTAL_NODE_OPTIONS, BENCH_NODE_OPTIONS } = process.env;
    // Of two options of the same name the last one counts.
    const measured = [PORTAL_NODE_OPTIONS, BENCH_NODE_OPTIONS].flatMap(
      given => given?.split(' ') ?? [],
    );
    return new Program(
      fork(resolve(__dirname, '..', file), {
        execArgv: [
          '--expose-gc',
          ...(options.bare ? ['--v8-pool-size=1'] : measured),
          '--require',
          TRANSFORM,
        ],
      }),
    );
  }

  private constructor(child: ChildProcess) {
    this.#child = child;
    this.#ended = once(child, 'exit').then(() => {
      this.#waiting.forEach(({ reject }) =>
        reject(new Error('The program ended before it answered.')),
      );
    });
    child.on('message', message => this.#settle(message));
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Asks the program and reads its answer. Throws what the program failed with. */
  async ask<T>(
    name: string,
    argument: unknown,
    shape: z.ZodType<T>,
  ): Promise<T> {
    this.#questions += 1;
    const id = this.#questions;
    const answer = await new Promise<unknown>((resolveAnswer, reject) => {
      this.#waiting.set(id, { resolve: resolveAnswer, reject });
      this.#child.send({ id, name, argument });
    });
    return shape.parse(answer);
  }

  /** Ends the program in order: it is told that nobody waits for it any more. */
  async stop(): Promise<void> {
    if (this.#child.connected) {
      this.#child.disconnect();
    }
    await this.#ended;
  }

  /** Ends the program at once, as a lost machine would. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }

  #settle(message: unknown): void {
    const parsed = reply.safeParse(message);
    if (!parsed.success) {
      // The transform that loads TypeScript tells its parent which files it read.
      return;
    }
    const { id, answer, error } = parsed.data;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) {
      waiting?.resolve(answer);
    } else {
      waiting?.reject(new Error(error));
    }
  }
}
