import { CacheSample } from 'backstage-plugin-dragonfly-common';
import { PackedSample, packedTick, unpackSample } from './packing';

/**
 * The samples of all caches of one moment in three objects: some minutes of a thousand caches would otherwise be a million
 * objects, which the garbage collector has to go through again and again.
 */
export class PackedTick {
  readonly at: number;
  /** Ids of the caches, ascending. */
  readonly #ids: Uint32Array;
  /** Where the text of each cache's sample ends; the one of the next begins there. */
  readonly #ends: Uint32Array;
  readonly #texts: Buffer;

  /**
   * Reads what a row of ticks holds.
   *
   * @throws Error when it holds no samples
   */
  static parse(at: number, samples: string): PackedTick {
    return new PackedTick(at, packedTick.parse(JSON.parse(samples)));
  }

  private constructor(
    at: number,
    samples: ReturnType<typeof packedTick.parse>,
  ) {
    this.at = at;
    this.#ids = Uint32Array.from(Object.keys(samples), Number).sort();
    this.#ends = new Uint32Array(this.#ids.length);
    const texts: Buffer[] = [];
    let end = 0;
    this.#ids.forEach((id, index) => {
      const text = Buffer.from(JSON.stringify(samples[id]));
      texts.push(text);
      end += text.length;
      this.#ends[index] = end;
    });
    this.#texts = Buffer.concat(texts);
  }

  /** The sample of a cache; undefined when the tick has none of it. */
  sampleOf(cacheId: number): CacheSample | undefined {
    const index = this.#indexOf(cacheId);
    if (index === undefined) return undefined;
    const start = index === 0 ? 0 : this.#ends[index - 1];
    // Checked before it was written here.
    const packed: PackedSample = JSON.parse(
      this.#texts.toString('utf8', start, this.#ends[index]),
    );
    return unpackSample(packed);
  }

  #indexOf(cacheId: number): number | undefined {
    let [low, high] = [0, this.#ids.length];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.#ids[middle] < cacheId) low = middle + 1;
      else high = middle;
    }
    return this.#ids[low] === cacheId ? low : undefined;
  }
}
