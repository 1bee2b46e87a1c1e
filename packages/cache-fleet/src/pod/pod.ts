import { ConflictError } from '@backstage/errors';
import { setTimeout as sleep } from 'node:timers/promises';
import { FleetProcess } from '../processes/fleetProcess';
import { Sidecar } from './sidecar';
import { PodContainer, PodRecipe } from './types';

/** Where and for which server a pod is started. */
export interface PodPlace {
  directory: string;
  /** Port of the server. */
  port: number;
  /** Names the server in errors: `in region "region1"`. */
  label: string;
}

/** What surrounds one server: its volumes, and the containers before and beside it. */
export class Pod {
  readonly #recipe: PodRecipe;
  readonly #place: PodPlace;
  readonly #sidecars: Sidecar[] = [];
  #initializing: FleetProcess | undefined;
  #stopped = false;

  constructor(recipe: PodRecipe, place: PodPlace) {
    this.#recipe = recipe;
    this.#place = place;
  }

  /**
   * Starts one container after the other, as the cluster does; after that the server may start.
   *
   * @throws Error with the last lines of the log of the container that did not start
   */
  async start(): Promise<void> {
    try {
      await this.#recipe.bringVolumes({ empty: true });
      for (const container of this.#recipe.containers(this.#place.port)) {
        this.#checkNotStopped();
        await (container.kind === 'sidecar'
          ? this.#startSidecar(container)
          : this.#complete(container));
      }
      this.#checkNotStopped();
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  /** Ends its containers; one that is being started is given up. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all([
      this.#initializing?.kill(),
      ...this.#sidecars.map(sidecar => sidecar.stop()),
    ]);
  }

  #checkNotStopped(): void {
    if (this.#stopped) {
      throw new ConflictError(
        `The pod ${this.#place.label} was stopped before its server started.`,
      );
    }
  }

  async #startSidecar(container: PodContainer): Promise<void> {
    const { directory, label } = this.#place;
    const sidecar = Sidecar.start(container, directory);
    this.#sidecars.push(sidecar);
    await sidecar.waitUntilStarted(this.#recipe.startDeadlineMs, label);
  }

  async #complete({ name, program, launch }: PodContainer): Promise<void> {
    const { directory, label } = this.#place;
    const running = FleetProcess.start(program, launch, { directory, name });
    this.#initializing = running;
    const waiting = new AbortController();
    const exit = await Promise.race([
      running.exited,
      sleep(this.#recipe.startDeadlineMs, undefined, {
        signal: waiting.signal,
      }).catch(() => undefined),
    ]);
    waiting.abort();
    if (exit?.code !== 0) {
      await running.kill();
      throw new Error(
        `The init container "${name}" ${label} ${exit ? 'failed' : `did not end within ${this.#recipe.startDeadlineMs} ms`}; its log ends:\n${await running.logTail()}`,
      );
    }
  }
}
