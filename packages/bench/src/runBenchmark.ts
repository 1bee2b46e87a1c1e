import { toError } from '@backstage/errors';
import { Claim, reportClaims } from './claims';

/** Undoes something a benchmark started. */
type Undo = () => Promise<unknown>;

/** What a benchmark started, so that it ends with it. */
export class Scope {
  readonly #undos: Undo[] = [];

  /** Has something ended when the benchmark ends, the last one first. */
  defer(undo: Undo): void {
    this.#undos.push(undo);
  }

  /** Ends everything, also what comes after something that could not be ended. */
  async end(): Promise<void> {
    for (let undo = this.#undos.pop(); undo; undo = this.#undos.pop()) {
      await undo().catch(complain);
    }
  }
}

function complain(error: unknown): void {
  process.stderr.write(`${toError(error).stack}\n`);
  process.exitCode = 1;
}

/** Runs a benchmark, reports its claims and ends what it started, also when it is interrupted. */
export async function runBenchmark(
  work: (scope: Scope) => Promise<Claim[]>,
): Promise<void> {
  const scope = new Scope();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      scope.end().finally(() => process.exit(1));
    });
  }
  try {
    reportClaims(await work(scope));
  } catch (error) {
    complain(error);
  } finally {
    await scope.end();
  }
}

/** A whole number from the environment. @throws Error that names the variable */
export function numberFromEnvironment(name: string, standard: number): number {
  const text = process.env[name];
  const number = text === undefined ? standard : Number(text);
  if (!Number.isInteger(number) || number < 1) {
    throw new Error(
      `${name} is "${text}"; expected a whole number of at least 1, or nothing for ${standard}.`,
    );
  }
  return number;
}
