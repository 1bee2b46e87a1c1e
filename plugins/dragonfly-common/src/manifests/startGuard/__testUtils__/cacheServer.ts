import { ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Certificates } from './certificates';

const START_DEADLINE_MS = 20_000;

/** How a server is started. */
export interface ServerOptions {
  port: number;
  password: string;
  /** Folder of its own. */
  folder: string;
  /** `host:port` of its primary. */
  replicaOf?: string;
  tls?: Certificates;
}

function binary(): { path: string; isDragonfly: boolean } {
  const path = process.env.CACHE_SERVER ?? 'redis-server';
  const version = execFileSync(path, ['--version'], { encoding: 'utf8' });
  return { path, isDragonfly: /dragonfly/i.test(version) };
}

function dragonflyWords(options: ServerOptions): string[] {
  const { port, folder, replicaOf, tls } = options;
  return [
    `--port=${port}`,
    `--dir=${folder}`,
    '--dbfilename=',
    '--proactor_threads=1',
    '--maxmemory=256mb',
    ...(replicaOf ? [`--replicaof=${replicaOf}`] : []),
    ...(tls
      ? [
          '--tls=true',
          '--tls_replication=true',
          `--tls_cert_file=${tls.certificate}`,
          `--tls_key_file=${tls.key}`,
        ]
      : []),
  ];
}

function redisWords(options: ServerOptions): string[] {
  const { port, password, folder, replicaOf, tls } = options;
  return [
    ...['--requirepass', password, '--masterauth', password],
    ...['--dir', folder, '--save', ''],
    ...(tls
      ? [
          ...['--port', '0', '--tls-port', String(port)],
          ...['--tls-cert-file', tls.certificate, '--tls-key-file', tls.key],
          ...['--tls-ca-cert-file', tls.authority, '--tls-auth-clients', 'no'],
        ]
      : ['--port', String(port)]),
    ...(replicaOf ? ['--replicaof', ...replicaOf.split(':')] : []),
  ];
}

async function accepts(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** A real server (`CACHE_SERVER`, else redis-server) on a port of this machine. */
export class CacheServer {
  /** Starts it and waits until it accepts connections. */
  static async start(options: ServerOptions): Promise<CacheServer> {
    const { path, isDragonfly } = binary();
    const { password } = options;
    const child = spawn(
      path,
      isDragonfly ? dragonflyWords(options) : redisWords(options),
      {
        cwd: options.folder,
        stdio: 'ignore',
        env: {
          ...process.env,
          ...(isDragonfly && {
            DFLY_requirepass: password,
            DFLY_masterauth: password,
          }),
        },
      },
    );
    const server = new CacheServer(child, options);
    const end = Date.now() + START_DEADLINE_MS;
    while (!(await accepts(options.port))) {
      if (!server.#running || Date.now() > end) {
        await server.stop();
        throw new Error(`No server started on port ${options.port}.`);
      }
      await delay(20);
    }
    if (!server.#running) {
      throw new Error(`Another process has taken port ${options.port}.`);
    }
    return server;
  }

  readonly #child: ChildProcess;
  readonly #options: ServerOptions;

  private constructor(child: ChildProcess, options: ServerOptions) {
    this.#child = child;
    this.#options = options;
  }

  get #running(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Sends one command with the password it was started with, and gives the answer. */
  ask(...words: string[]): string {
    const { port, password, tls } = this.#options;
    return execFileSync(
      'redis-cli',
      [
        '-p',
        String(port),
        ...(tls ? ['--tls', '--cacert', tls.authority] : []),
        ...words,
      ],
      { encoding: 'utf8', env: { ...process.env, REDISCLI_AUTH: password } },
    ).trim();
  }

  /** Ends it at once, as a lost machine would. */
  async stop(): Promise<void> {
    if (!this.#running) return;
    this.#child.kill('SIGKILL');
    await once(this.#child, 'exit');
  }
}
