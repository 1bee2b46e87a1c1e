import { ChildProcess, spawn } from 'node:child_process';

// `read` fails when the pipe closes, which the kernel does however our process ends: by exit, signal or kill -9.
// A line on the pipe means that the server was stopped properly and there is nothing left to do.
const SCRIPT = `read -r _ || {
  [ -z "$1" ] || kill -s KILL -- "-$1"
  [ -z "$2" ] || rm -rf "$2"
}`;

/**
 * Makes sure that nothing outlives this process, whatever ends it. The guard is a process of its own
 * because nothing inside a killed process can clean up after it.
 */
export class ProcessGuard {
  readonly #process: ChildProcess;

  /**
   * @param left - what must not be left behind: a process group by its id, a directory, or both
   */
  static watch(left: { group?: number; directory?: string }): ProcessGuard {
    const guard = spawn(
      '/bin/sh',
      [
        '-c',
        SCRIPT,
        'process-guard',
        left.group === undefined ? '' : String(left.group),
        left.directory ?? '',
      ],
      // In a session of its own, so that Ctrl-C in a terminal does not reach it.
      { detached: true, stdio: ['pipe', 'ignore', 'ignore'] },
    );
    guard.unref();
    return new ProcessGuard(guard);
  }

  private constructor(guard: ChildProcess) {
    this.#process = guard;
    // A guard that is gone must not bring the process down with EPIPE.
    guard.stdin?.on('error', () => {});
    guard.on('error', () => {});
  }

  /** Everything was cleaned up properly: there is nothing to guard any more. */
  dismiss(): void {
    this.#process.stdin?.end('done\n');
  }
}
