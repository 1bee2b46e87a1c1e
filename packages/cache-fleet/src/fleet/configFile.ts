import { rename, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { InTurn } from '../servers/inTurn';

// A watcher needs a moment between two changes: one that follows the other within less than 100 ms is not always
// noticed, and then the portal keeps the older text.
const APART_MS = 250;

/**
 * A configuration file that somebody watches. Each change replaces the file by renaming a complete one over it: the
 * portal's watcher follows that, while after one half-written file it stops watching for good.
 */
export class ConfigFile {
  readonly #writes = new InTurn();
  #text: string | undefined;
  #writtenAt = -Infinity;

  constructor(readonly path: string) {}

  /** Replaces the text, for its owner only; does nothing when this object wrote the same text before. */
  write(text: string): Promise<void> {
    return this.#writes.run(() => this.#replace(text));
  }

  async #replace(text: string): Promise<void> {
    if (text === this.#text) {
      return;
    }
    const early = this.#writtenAt + APART_MS - performance.now();
    if (early > 0) {
      await sleep(early);
    }
    const temporary = `${this.path}.${process.pid}.tmp`;
    await writeFile(temporary, text, { mode: 0o600 });
    await rename(temporary, this.path);
    this.#text = text;
    this.#writtenAt = performance.now();
  }
}
