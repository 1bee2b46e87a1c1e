import { setTimeout as sleep } from 'node:timers/promises';
import { Pod } from '../pod/pod';
import { FleetProcess } from '../processes/fleetProcess';
import { launchServer } from '../servers/launchServer';
import { removeSnapshots } from '../servers/snapshots';
import { Address, NodeRecipe } from '../servers/types';

/** Shorter than a cluster's, which begins at 10 s. */
const BACK_OFF_MS = 200;

/** A server and what surrounds it: one pod, from its start to its end. */
export class ServerPod {
  readonly #surroundings: Pod | undefined;
  readonly #label: string;
  #server: FleetProcess | undefined;
  #ended = false;

  constructor(
    readonly recipe: NodeRecipe,
    private readonly address: Address,
    region: string,
  ) {
    this.#label = `in region "${region}"`;
    this.#surroundings =
      recipe.pod &&
      new Pod(recipe.pod, {
        directory: recipe.directory,
        port: address.port,
        label: this.#label,
      });
  }

  get server(): FleetProcess | undefined {
    return this.#server;
  }

  /** Whether its containers are still there, with or without a server among them. */
  get exists(): boolean {
    return !this.#ended;
  }

  /**
   * Starts everything, and waits until the server answers.
   *
   * @throws Error with the last lines of the log of what did not start
   */
  async start(): Promise<void> {
    try {
      await this.#surroundings?.start();
      await this.#launch();
    } catch (error) {
      await this.kill();
      throw error;
    }
  }

  /** Ends everything at once. */
  async kill(): Promise<void> {
    this.#ended = true;
    await Promise.all([this.#server?.kill(), this.#surroundings?.stop()]);
  }

  /** Asks the server to end, kills it when it has not after the grace period, and ends the rest. */
  async stop(graceMs: number): Promise<void> {
    this.#ended = true;
    await this.#server?.stop(graceMs);
    await this.#surroundings?.stop();
  }

  /**
   * Starts the server again in its pod, empty: what it kept in memory is gone. Tries until it succeeds, as a cluster
   * does after a container ended.
   *
   * @throws Error with what the last attempt failed with when the deadline passes
   */
  async startServerAgain(deadlineMs: number): Promise<void> {
    await this.#server?.kill();
    await removeSnapshots(this.recipe.directory);
    const end = performance.now() + deadlineMs;
    for (;;) {
      try {
        await this.#launch();
        return;
      } catch (error) {
        if (this.#ended || performance.now() >= end) throw error;
      }
      await sleep(BACK_OFF_MS);
    }
  }

  async #launch(): Promise<void> {
    this.#server = await launchServer(this.recipe, this.address, this.#label);
  }
}
