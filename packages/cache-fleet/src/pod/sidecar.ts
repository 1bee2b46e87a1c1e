import { isError } from '@backstage/errors';
import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { FleetProcess } from '../processes/fleetProcess';
import { waitUntil } from '../servers/waitUntil';
import { PodContainer } from './types';

const BACK_OFF_MS = 500;
const PROBE_EVERY_MS = 100;
const PROBE_TIMEOUT_MS = 2_000;

const execute = promisify(execFile);

function succeeds(
  probe: NonNullable<PodContainer['startupProbe']>,
): Promise<boolean> {
  return execute(probe.program, probe.arguments, {
    timeout: PROBE_TIMEOUT_MS,
  }).then(
    () => true,
    () => false,
  );
}

/** A container that runs beside the server; when it ends by itself it is started again, as the cluster does. */
export class Sidecar {
  readonly #container: PodContainer;
  readonly #directory: string;
  readonly #stopping = new AbortController();
  readonly #running: Promise<void>;
  #process: FleetProcess | undefined;

  static start(container: PodContainer, directory: string): Sidecar {
    return new Sidecar(container, directory);
  }

  private constructor(container: PodContainer, directory: string) {
    this.#container = container;
    this.#directory = directory;
    this.#running = this.#run();
  }

  /**
   * Waits until its startup probe succeeds, or somebody ends it.
   *
   * @throws Error with the last lines of its log when that takes too long
   */
  async waitUntilStarted(deadlineMs: number, label: string): Promise<void> {
    const { name, startupProbe } = this.#container;
    if (!startupProbe) return;
    const { signal } = this.#stopping;
    try {
      await waitUntil(
        `the container "${name}" ${label} to let the server start`,
        deadlineMs,
        async () => {
          await sleep(PROBE_EVERY_MS);
          return signal.aborted || succeeds(startupProbe);
        },
      );
    } catch (error) {
      const what = isError(error) ? error.message : String(error);
      throw new Error(`${what}; its log ends:\n${await this.#logTail()}`);
    }
  }

  /** Ends it for good. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#process?.kill();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { name, program, launch } = this.#container;
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      this.#process = FleetProcess.start(program, launch, {
        directory: this.#directory,
        name,
      });
      await this.#process.exited;
      await sleep(BACK_OFF_MS, undefined, { signal }).catch(() => {});
    }
  }

  async #logTail(): Promise<string> {
    return (await this.#process?.logTail()) ?? '';
  }
}
