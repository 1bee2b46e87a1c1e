/**
 * How long somebody waits for the portal: from a clean clone with an empty home folder, and at the second start.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { reportClaims } from './claims';

const PORT = '7207';
const project = resolve(__dirname, '../../..');

/** Starts the portal as a user does and returns the seconds until it says that it is ready. */
async function secondsUntilReady(clone: string, home: string): Promise<number> {
  const startedAt = performance.now();
  const { NODE_OPTIONS: _, ...environment } = process.env;
  const child = spawn('npm', ['start'], {
    cwd: clone,
    env: { ...environment, HOME: home, PORT },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const ended = once(child, 'close');
  let readyAfter: number | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    process.stdout.write(`  ${line}\n`);
    if (line.startsWith('Ready after') && child.pid) {
      readyAfter = (performance.now() - startedAt) / 1000;
      process.kill(-child.pid, 'SIGINT');
    }
  }
  await ended;
  if (readyAfter === undefined) {
    throw new Error('The portal ended without being ready.');
  }
  return readyAfter;
}

async function main() {
  const root = mkdtempSync(join(tmpdir(), 'bench-start-'));
  const clone = join(root, 'clone');
  const home = join(root, 'home');
  try {
    execFileSync('git', ['clone', '--quiet', project, clone]);
    execFileSync('mkdir', [home]);
    const first = await secondsUntilReady(clone, home);
    const second = await secondsUntilReady(clone, home);
    reportClaims([
      {
        name: 'clean clone to ready portal',
        measured: first,
        target: 600,
        unit: 's',
      },
      { name: 'second start', measured: second, target: 15, unit: 's' },
    ]);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
