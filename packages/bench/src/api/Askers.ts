import { z } from 'zod';
import { Program } from '../programs';
import { Scope } from '../runBenchmark';
import { questions } from './questions';
import { FullPortal } from './startFullPortal';

/** How long before the first question is due the askers are told of their task. */
const HEAD_START_MS = 500;

/** Asks a portal all kinds of questions, each kind from a process of its own. */
export class Askers {
  readonly #programs: ReadonlyMap<string, Program>;

  /** Starts the processes, and has each ask once. */
  static async start(
    scope: Scope,
    { port, token, own }: FullPortal,
  ): Promise<Askers> {
    const programs = new Map<string, Program>();
    for (const { name } of questions) {
      const program = Program.start('api/askerProgram.ts', { bare: true });
      scope.defer(() => program.stop());
      programs.set(name, program);
      await program.ask('target', { port, token, own, name }, z.unknown());
    }
    return new Askers(programs);
  }

  private constructor(programs: ReadonlyMap<string, Program>) {
    this.#programs = programs;
  }

  /** @returns milliseconds by kind of question */
  async ask(rate: {
    perSecond: number;
    seconds: number;
  }): Promise<Map<string, number[]>> {
    const task = { ...rate, startAt: Date.now() + HEAD_START_MS };
    return new Map(
      await Promise.all(
        [...this.#programs].map(
          async ([name, program]) =>
            [
              name,
              await program.ask('ask', task, z.array(z.number())),
            ] as const,
        ),
      ),
    );
  }

  async stop(): Promise<void> {
    await Promise.all(
      [...this.#programs.values()].map(program => program.stop()),
    );
  }
}
