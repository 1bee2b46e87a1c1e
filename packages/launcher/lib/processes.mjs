import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { UserError } from './stages.mjs';

const STOP_GRACE_MS = 10_000;
const LAST_LINES = 25;

/**
 * Runs a program to its end. With `quiet`, its output is kept back and shown only when it fails.
 *
 * @returns {Promise<string>} standard output when `capture` is set, otherwise an empty string
 */
export async function run(program, args, options = {}) {
  const { quiet = false, capture = false, ...spawnOptions } = options;
  const child = spawn(program, args, {
    stdio: quiet || capture ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    ...spawnOptions,
  });
  let output = '';
  let standardOutput = '';
  child.stdout?.on('data', chunk => {
    output += chunk;
    standardOutput += chunk;
  });
  child.stderr?.on('data', chunk => {
    output += chunk;
  });
  const [code, signal] = await once(child, 'close');
  if (code !== 0) {
    const outcome = signal ? `was ended by ${signal}` : `exited with ${code}`;
    throw new UserError(
      `${output.trimEnd()}\n\`${[program, ...args].join(' ')}\` ${outcome}.`.trimStart(),
    );
  }
  return capture ? standardOutput : '';
}

/**
 * A long-running program whose output goes to a log file. It runs in a process group of its own, so that stopping it
 * also stops what it started.
 */
export class Service {
  #child;
  #exit;

  constructor(child, exit, name, logFile) {
    this.#child = child;
    this.#exit = exit;
    this.name = name;
    this.logFile = logFile;
  }

  static start(name, program, args, { logFile, ...spawnOptions }) {
    const log = createWriteStream(logFile);
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      ...spawnOptions,
    });
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    const exit = once(child, 'close').then(async ([code, signal]) => {
      await new Promise(written => log.end(written));
      return signal ?? code;
    });
    return new Service(child, exit, name, logFile);
  }

  /** Settles when the program has ended, with its exit code or signal. */
  get exited() {
    return this.#exit;
  }

  /** What it wrote last, without the requests it answered; for an error message. */
  async endOfLog() {
    const log = await readFile(this.logFile, 'utf8').catch(() => '');
    const lines = log
      .trimEnd()
      .split('\n')
      .filter(line => !line.includes('incomingRequest'))
      .slice(-LAST_LINES);
    return `The end of ${this.logFile}:\n${lines.join('\n')}`;
  }

  async stop() {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) {
      return;
    }
    signalGroup(this.#child.pid, 'SIGTERM');
    const stopped = await Promise.race([
      this.#exit.then(() => true),
      delay(STOP_GRACE_MS, false, { ref: false }),
    ]);
    if (!stopped) {
      signalGroup(this.#child.pid, 'SIGKILL');
      await this.#exit;
    }
  }
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    // The group is already gone.
    if (error.code !== 'ESRCH') throw error;
  }
}
