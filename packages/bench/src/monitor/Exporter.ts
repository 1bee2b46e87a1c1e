import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Address, Login } from 'cache-fleet';
import { cpuMsOf } from '../measuring';

const PROGRAMS = ['prometheus-redis-exporter', 'redis_exporter'];
const START_DEADLINE_MS = 10_000;

/** A server to scrape, and who may see all of it: the exporter asks for much more than the monitor. */
export type Scraped = Address & Login;

/**
 * Path of redis_exporter: `REDIS_EXPORTER`, else the first on PATH.
 *
 * @throws Error that says what to install
 */
export function findExporter(environment = process.env): string {
  const candidates = environment.REDIS_EXPORTER
    ? [environment.REDIS_EXPORTER]
    : (environment.PATH ?? '')
        .split(delimiter)
        .flatMap(folder => PROGRAMS.map(program => join(folder, program)));
  const found = candidates.find(candidate => {
    try {
      accessSync(candidate, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
  if (!found) {
    throw new Error(
      `Found none of ${PROGRAMS.join(', ')}: install redis_exporter (Debian: sudo apt-get install prometheus-redis-exporter) or set REDIS_EXPORTER to its path.`,
    );
  }
  return found;
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

function urlOf({ host, port }: Address): string {
  return `redis://${host}:${port}`;
}

/** A running redis_exporter that scrapes any of some servers when it is asked to. */
export class Exporter {
  readonly #child: ChildProcess;
  readonly #origin: string;
  readonly #folder: string;

  /** Starts it and waits until it answers. */
  static async start(servers: readonly Scraped[]): Promise<Exporter> {
    const path = findExporter();
    const port = await freePort();
    const folder = await mkdtemp(join(tmpdir(), 'bench-exporter-'));
    const passwords = join(folder, 'passwords.json');
    await writeFile(
      passwords,
      JSON.stringify(
        Object.fromEntries(
          servers.map(server => [urlOf(server), server.password]),
        ),
      ),
      { mode: 0o600 },
    );
    const child = spawn(
      path,
      [
        `-web.listen-address=127.0.0.1:${port}`,
        `-redis.password-file=${passwords}`,
      ],
      { stdio: 'ignore' },
    );
    const exporter = new Exporter(child, `http://127.0.0.1:${port}`, folder);
    await exporter.#untilAnswering();
    return exporter;
  }

  private constructor(child: ChildProcess, origin: string, folder: string) {
    this.#child = child;
    this.#origin = origin;
    this.#folder = folder;
  }

  /** CPU time the exporter has had so far, milliseconds. */
  get cpuMs(): number {
    return cpuMsOf(this.#child.pid ?? 0);
  }

  /** Has it scrape a server. @throws Error when it could not reach the server */
  async scrape(server: Scraped): Promise<void> {
    const target = encodeURIComponent(urlOf(server));
    const response = await fetch(`${this.#origin}/scrape?target=${target}`);
    const metrics = await response.text();
    if (!response.ok || !/^redis_up 1$/m.test(metrics)) {
      throw new Error(
        `redis_exporter could not scrape a server (HTTP ${response.status}): its answer has no "redis_up 1".`,
      );
    }
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #untilAnswering(): Promise<void> {
    const end = performance.now() + START_DEADLINE_MS;
    for (;;) {
      const answers = await fetch(this.#origin).then(
        response => response.ok,
        () => false,
      );
      if (answers) {
        return;
      }
      if (performance.now() > end) {
        await this.stop();
        throw new Error('redis_exporter did not answer within 10 s.');
      }
      await sleep(50);
    }
  }
}
