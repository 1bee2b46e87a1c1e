import { ReplayClock } from './replayClock';
import { ReplayNode } from './replayNode';
import { Recording } from './types';

/** A recording that is being replayed by servers of its own. @public */
export class Replay {
  readonly recording: Recording;
  readonly nodes: readonly ReplayNode[];
  readonly #clock: ReplayClock;

  constructor(
    recording: Recording,
    nodes: readonly ReplayNode[],
    clock: ReplayClock,
  ) {
    this.recording = recording;
    this.nodes = nodes;
    this.#clock = clock;
  }

  /** Milliseconds since the start of the recording. */
  get nowMs(): number {
    return this.#clock.nowMs;
  }

  /**
   * A replayed server.
   *
   * @throws Error when it is not replayed
   */
  node(name: string): ReplayNode {
    const node = this.nodes.find(candidate => candidate.name === name);
    if (!node) {
      throw new Error(
        `The replay of "${this.recording.scenario}" has no node "${name}"; it has ${this.nodes.map(each => each.name).join(', ')}.`,
      );
    }
    return node;
  }

  /** Jumps to a time; afterwards every server is in the condition it was in then. */
  async seek(atMs: number): Promise<void> {
    this.#clock.seek(atMs);
    await Promise.all(this.nodes.map(node => node.follow()));
  }

  /** Lets time pass, by default as fast as it did. */
  play(speed: number = 1): void {
    this.#clock.play(speed);
  }

  /** Holds the time. */
  pause(): void {
    this.#clock.pause();
  }

  /** Ends the servers. */
  async stop(): Promise<void> {
    this.#clock.pause();
    await Promise.all(this.nodes.map(node => node.close()));
  }
}
