import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { START_GUARD_SCRIPT } from '../script/startGuardScript';

const LINE_DEADLINE_MS = 30_000;

/** What a guard is given beside its script. */
export interface GuardOptions {
  /** Folder of its own; exists already. */
  folder: string;
  password: string;
  /** `nodes`, one line per region. */
  nodes: string;
  roleFile: string;
  mode?: string;
  serverPort: number;
  deadlineSeconds?: number;
  attemptSeconds?: number;
  authority?: string;
}

/** The very script of the manifests under `/bin/sh`, with directories of this machine. */
export class GuardProcess {
  static start(options: GuardOptions): GuardProcess {
    const { folder } = options;
    const path = (name: string) => join(folder, name);
    for (const name of ['role', 'run']) {
      mkdirSync(path(name), { recursive: true });
    }
    writeFileSync(path('start-guard.sh'), START_GUARD_SCRIPT);
    writeFileSync(path('nodes'), options.nodes);
    writeFileSync(path('role/role.flags'), options.roleFile);
    if (options.mode !== undefined)
      writeFileSync(path('role/mode'), options.mode);
    const child = spawn('/bin/sh', [path('start-guard.sh')], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own: the shell heeds a signal only when what it waits for has ended.
      detached: true,
      env: {
        PATH: process.env.PATH,
        REDISCLI_AUTH: options.password,
        NODES_FILE: path('nodes'),
        ROLE_FILE: path('role/role.flags'),
        DECIDED_ROLE_FILE: path('run/role.flags'),
        DEADLINE_SECONDS: String(options.deadlineSeconds ?? 1),
        ATTEMPT_SECONDS: String(options.attemptSeconds ?? 5),
        SERVER_HOST: '127.0.0.1',
        SERVER_PORT: String(options.serverPort),
        ...(options.authority && { CA_FILE: options.authority }),
      },
    });
    return new GuardProcess(child, folder);
  }

  readonly #child: ChildProcess;
  readonly #folder: string;
  #output = '';

  private constructor(child: ChildProcess, folder: string) {
    this.#child = child;
    this.#folder = folder;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8');
      stream?.on('data', (text: string) => {
        this.#output += text;
      });
    }
  }

  /** Everything it has printed. */
  get output(): string {
    return this.#output;
  }

  /** What it said so far, line by line, without its name. */
  get lines(): string[] {
    return this.#output
      .split('\n')
      .filter(Boolean)
      .map(line => line.replace(/^start-guard: /, ''));
  }

  /** The decision that lies ready; `undefined` when there is none. */
  get decision(): string | undefined {
    const path = join(this.#folder, 'run/role.flags');
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  }

  /** What the startup probe asks. */
  get started(): boolean {
    return existsSync(join(this.#folder, 'run/decided-once'));
  }

  /** Waits until something holds. */
  async until(what: string, holds: () => boolean): Promise<void> {
    const end = Date.now() + LINE_DEADLINE_MS;
    while (!holds()) {
      if (Date.now() > end) {
        throw new Error(
          `Waited in vain for ${what}; the guard said:\n${this.#output}`,
        );
      }
      await delay(20);
    }
  }

  /** Waits for the first line. */
  async said(): Promise<string> {
    await this.until('a line', () => this.#output.includes('\n'));
    return this.lines[0];
  }

  /** Waits for a line that follows the first `after` lines. */
  async line(pattern: RegExp, after = 0): Promise<string> {
    const find = () =>
      this.lines.slice(after).find(line => pattern.test(line)) ?? '';
    await this.until(`a line like ${pattern}`, () => find() !== '');
    return find();
  }

  /** Ends it as the kubelet does; gives its exit code. */
  async stop(): Promise<number | undefined> {
    const { exitCode, signalCode, pid } = this.#child;
    if (exitCode === null && signalCode === null && pid !== undefined) {
      process.kill(-pid, 'SIGTERM');
      await once(this.#child, 'exit');
    }
    return this.#child.exitCode ?? undefined;
  }
}
