import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Address, freePort, Login } from 'cache-fleet';
import { cpuMsOf } from '../measuring';

const START_DEADLINE_MS = 10_000;

/** A server to scrape, and who may see all of it: the exporter asks for much more than the monitor. */
export type Scraped = Address & Login;

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
    const path = process.env.REDIS_EXPORTER;
    if (!path) {
      throw new Error(
        'REDIS_EXPORTER is not set; start the benchmark with "npm run bench monitor", which finds or installs redis_exporter.',
      );
    }
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
