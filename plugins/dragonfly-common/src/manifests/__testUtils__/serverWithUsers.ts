import { ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const DEADLINE_MS = 10_000;

/** Redis and Valkey want the first word in lower case, and know no commands of Dragonfly. */
function forRedis(acl: string): string {
  return acl
    .replace(/^USER /gm, 'user ')
    .replace(/ \+(?:dfly|repltakeover)(?= |$)/gm, '');
}

function encode(words: string[]): Buffer {
  const parts = words.map(word => {
    const bytes = Buffer.from(word);
    return Buffer.concat([
      Buffer.from(`$${bytes.length}\r\n`),
      bytes,
      Buffer.from('\r\n'),
    ]);
  });
  return Buffer.concat([Buffer.from(`*${words.length}\r\n`), ...parts]);
}

/** A real server (`CACHE_SERVER`, else redis-server) with an ACL file, reached over a socket in a directory of its own. */
export class ServerWithUsers {
  static async start(acl: string, password: string): Promise<ServerWithUsers> {
    const directory = mkdtempSync(join(tmpdir(), 'acl-'));
    const server = process.env.CACHE_SERVER ?? 'redis-server';
    const socket = join(directory, 'socket');
    const users = join(directory, 'users.acl');
    const version = execFileSync(server, ['--version'], { encoding: 'utf8' });
    const isDragonfly = /dragonfly/i.test(version);
    writeFileSync(users, isDragonfly ? acl : forRedis(acl));
    const words = isDragonfly
      ? [
          `--unixsocket=${socket}`,
          '--port=0',
          `--aclfile=${users}`,
          `--dir=${directory}`,
          '--dbfilename=',
          '--proactor_threads=1',
          '--maxmemory=256mb',
        ]
      : ['--port', '0', '--unixsocket', socket, '--aclfile', users];
    const child = spawn(server, words, {
      cwd: directory,
      stdio: 'ignore',
      env: {
        ...process.env,
        ...(isDragonfly && { DFLY_requirepass: password }),
      },
    });
    const started = new ServerWithUsers(child, directory, socket);
    await started.#untilItListens();
    return started;
  }

  readonly #child: ChildProcess;
  readonly #directory: string;
  readonly #socket: string;

  private constructor(child: ChildProcess, directory: string, socket: string) {
    this.#child = child;
    this.#directory = directory;
    this.#socket = socket;
  }

  /** Sends commands on one new connection and gives the first line of each answer. */
  async ask(...commands: string[][]): Promise<string[]> {
    const client = connect(this.#socket);
    try {
      await once(client, 'connect');
      const answers: string[] = [];
      for (const words of commands) {
        client.write(encode(words));
        const [answer] = await once(client, 'data');
        answers.push(String(answer).split('\r\n')[0]);
      }
      return answers;
    } finally {
      client.destroy();
    }
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      this.#child.kill('SIGKILL');
      await once(this.#child, 'exit');
    }
    rmSync(this.#directory, { recursive: true, force: true });
  }

  async #untilItListens(): Promise<void> {
    const end = Date.now() + DEADLINE_MS;
    while (!existsSync(this.#socket)) {
      if (this.#child.exitCode !== null || Date.now() > end) {
        await this.stop();
        throw new Error('The server did not start with the ACL file.');
      }
      await delay(20);
    }
  }
}
