import { ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isError } from '@backstage/errors';
import { ProcessGuard } from './processGuard';
import { Launch } from '../servers/types';

const LOG_TAIL_LINES = 8;

/** Where a program's output goes. */
export function logFile(directory: string, name: string): string {
  return join(directory, `${name}.log`);
}

/** How a process ended: by itself with a code, or by a signal. */
export interface Exit {
  code: number | undefined;
  signal: NodeJS.Signals | undefined;
}

function isNoSuchProcess(error: unknown): boolean {
  return isError(error) && error.code === 'ESRCH';
}

/** One running process of the fleet and its process group. */
export class FleetProcess {
  /** Settles when the process has ended; never rejects. */
  readonly exited: Promise<Exit>;
  readonly #child: ChildProcess;
  readonly #log: string;
  #exit: Exit | undefined;
  #frozen = false;

  /** Starts a program; its output goes to `<name>.log` in its directory. */
  static start(
    path: string,
    launch: Launch,
    { directory, name }: { directory: string; name: string },
  ): FleetProcess {
    const log = logFile(directory, name);
    const output = openSync(log, 'a', 0o600);
    try {
      const child = spawn(path, launch.arguments, {
        cwd: directory,
        // Nothing of our own environment: DFLY_* variables of the developer would change a server.
        env: { PATH: process.env.PATH, ...launch.environment },
        // A group of its own: signals then also reach the children that a server forks for a full sync, and a script's.
        detached: true,
        stdio: ['ignore', output, output],
      });
      return new FleetProcess(child, log);
    } finally {
      closeSync(output);
    }
  }

  private constructor(child: ChildProcess, log: string) {
    this.#child = child;
    this.#log = log;
    const guard =
      child.pid === undefined
        ? undefined
        : ProcessGuard.watch({ group: child.pid });
    this.exited = new Promise(resolve => {
      const finish = (exit: Exit) => {
        this.#exit ??= exit;
        guard?.dismiss();
        resolve(this.#exit);
      };
      child.once('error', () => finish({ code: undefined, signal: undefined }));
      child.once('exit', (code, signal) =>
        finish({ code: code ?? undefined, signal: signal ?? undefined }),
      );
    });
  }

  get pid(): number | undefined {
    return this.#exit ? undefined : this.#child.pid;
  }

  get running(): boolean {
    return this.#exit === undefined && this.#child.pid !== undefined;
  }

  get frozen(): boolean {
    return this.running && this.#frozen;
  }

  /** Ends the process at once, as a lost machine would. */
  async kill(): Promise<Exit> {
    this.#signal('SIGKILL');
    return this.exited;
  }

  /** Asks the process to end, and kills it when it has not after the grace period. */
  async stop(graceMs: number): Promise<Exit> {
    this.#signal('SIGTERM');
    this.resume();
    const waiting = new AbortController();
    const exit = await Promise.race([
      this.exited,
      sleep(graceMs, undefined, { signal: waiting.signal }).catch(
        () => undefined,
      ),
    ]);
    waiting.abort();
    return exit ?? this.kill();
  }

  /** Stops the process from running; its connections stay open and nothing is answered. */
  freeze(): void {
    this.#signal('SIGSTOP');
    this.#frozen = true;
  }

  resume(): void {
    this.#signal('SIGCONT');
    this.#frozen = false;
  }

  /** The last lines the program wrote, for error messages. */
  async logTail(): Promise<string> {
    const log = await readFile(this.#log, 'utf8');
    return log.trimEnd().split('\n').slice(-LOG_TAIL_LINES).join('\n');
  }

  #signal(signal: NodeJS.Signals): void {
    const group = this.pid;
    if (group === undefined) {
      return;
    }
    try {
      process.kill(-group, signal);
    } catch (error) {
      // The process ended a moment ago and its exit has not been reported yet.
      if (!isNoSuchProcess(error)) {
        throw error;
      }
    }
  }
}
