import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const LAUNCHER = resolve(__dirname, '../../../launcher/start.mjs');

/** A running portal of one's own. */
export interface Portal {
  url: string;
  stop(): Promise<void>;
}

/**
 * Starts the portal with the command a user types and waits until it says that it is ready.
 *
 * @throws Error when it ends before
 */
export async function startPortal(port: number): Promise<Portal> {
  const directory = mkdtempSync(join(tmpdir(), 'bench-portal-'));
  const { NODE_OPTIONS: _, ...environment } = process.env;
  const child = spawn(process.execPath, [LAUNCHER], {
    env: {
      ...environment,
      PORT: String(port),
      DEMO_DIRECTORY: directory,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const ended = once(child, 'close');
  const stop = async () => {
    if (child.pid && child.exitCode === null) {
      process.kill(-child.pid, 'SIGINT');
    }
    await ended;
    rmSync(directory, { recursive: true, force: true });
  };
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('Ready after')) {
      return { url: `http://localhost:${port}`, stop };
    }
  }
  await stop();
  throw new Error('The portal ended without being ready.');
}
