import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { quoteWord } from '../shell';

/** A real server that stands for the one of a region. */
export interface StandIn {
  region: string;
  host: string;
  port: number;
  /** Password of `default`. */
  password: string;
  /** What another region's server is reached under, by the name in the runbook. */
  peers: Record<string, { host: string; port: number }>;
}

/** What a run of the shell printed, and its exit code. */
export interface ShellRun {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The client that the image of a server has; by path, because the stand-in has its name. */
function findClient(): string {
  return execFileSync(
    'sh',
    ['-c', 'command -v redis-cli || command -v valkey-cli'],
    { encoding: 'utf8' },
  ).trim();
}

/** Only what is not there on this machine: a cluster, DNS between regions, and, on Redis, the server's own words. */
function kubectlScript(folder: string, servers: StandIn[]): string {
  const branches = servers.map(
    ({ region, password }) =>
      `  ${region}) export DFLY_requirepass=${quoteWord(password)} STAND_IN=${region} ;;`,
  );
  return [
    '#!/bin/sh',
    'set -eu',
    '[ "$1" = --context ] && context=$2 && shift 2',
    '[ "$1" = --namespace ] && [ "$2" = databases ] && shift 2',
    'case "$context" in',
    ...branches,
    '  *) echo "no such context: $context" >&2; exit 1 ;;',
    'esac',
    '[ "$1" = exec ] && [ "$2" = sessions-0 ] && [ "$3" = --container ] && [ "$4" = dragonfly ] && [ "$5" = -- ]',
    'shift 5',
    `PATH=${quoteWord(join(folder, 'pod'))}:$PATH exec "$@"`,
    '',
  ].join('\n');
}

function redisCliScript(
  client: string,
  servers: StandIn[],
  speaksDragonfly: boolean,
): string {
  const addresses = servers.map(
    ({ region, host, port }) => `  ${region}) host=${host} port=${port} ;;`,
  );
  const peers = servers.flatMap(({ region, peers: reached }) =>
    Object.entries(reached).map(
      ([name, { host, port }]) =>
        `  "${region} REPLICAOF ${name} 6379") set -- REPLICAOF ${host} ${port} ;;`,
    ),
  );
  const offsets = (field: string) =>
    `"${client}" -h "$host" -p "$port" INFO replication | tr -d '\\r' | sed -n 's/^${field}://p'; exit`;
  const translated = [
    `  *" DFLY REPLICAOFFSET") ${offsets('master_repl_offset')} ;;`,
    `  *" DEBUG REPLICA OFFSET") echo SYNC1; ${offsets('slave_repl_offset')} ;;`,
  ];
  return [
    '#!/bin/sh',
    'set -eu',
    '[ "$1" = -p ] && [ "$2" = 9999 ] && shift 2',
    'case "$STAND_IN" in',
    ...addresses,
    'esac',
    'case "$STAND_IN $*" in',
    ...peers,
    ...(speaksDragonfly ? [] : translated),
    'esac',
    `exec "${client}" -h "$host" -p "$port" "$@"`,
    '',
  ].join('\n');
}

/**
 * Runs shell of the runbook against real servers: `kubectl exec` becomes a call on this machine, port and host names of
 * the regions lead to the servers, and nothing else of a command is changed. A Redis or Valkey server is asked for its
 * own positions where the runbook asks a Dragonfly for its.
 */
export class ClusterStandIn {
  static create(
    servers: StandIn[],
    options: { speaksDragonfly: boolean },
  ): ClusterStandIn {
    const folder = mkdtempSync(join(tmpdir(), 'runbook-'));
    const script = (path: string, content: string) => {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), content, { mode: 0o755 });
    };
    script('bin/kubectl', kubectlScript(folder, servers));
    script(
      'pod/redis-cli',
      redisCliScript(findClient(), servers, options.speaksDragonfly),
    );
    return new ClusterStandIn(folder);
  }

  private constructor(private readonly folder: string) {}

  /** Runs beside this process, so that somebody can go on writing meanwhile. */
  async run(script: string): Promise<ShellRun> {
    const child = spawn('sh', ['-c', script], {
      timeout: 60_000,
      env: {
        ...process.env,
        PATH: `${join(this.folder, 'bin')}${delimiter}${process.env.PATH}`,
      },
    });
    const [stdout, stderr, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close'),
    ]);
    return { code, stdout, stderr };
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
