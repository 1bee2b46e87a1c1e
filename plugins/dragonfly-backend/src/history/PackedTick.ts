import { CacheSample } from 'backstage-plugin-dragonfly-common';
import { z } from 'zod';
import { Slices } from '../waiting';
import { packedSample, PackedSample, unpackSample } from './packing';

const samplesByCache = z.record(z.string(), z.unknown());

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
  static async parse(at: number, text: string): Promise<PackedTick> {
    const samples = samplesByCache.parse(JSON.parse(text));
    const ids = Uint32Array.from(Object.keys(samples), Number).sort();
    const ends = new Uint32Array(ids.length);
    const texts: Buffer[] = [];
    const slices = Slices.create();
    let end = 0;
    for (const [index, id] of ids.entries()) {
      const sample = packedSample.parse(samples[id]);
      const sampleText = Buffer.from(JSON.stringify(sample));
      texts.push(sampleText);
      end += sampleText.length;
      ends[index] = end;
      await slices.next();
    }
    return new PackedTick(at, ids, ends, Buffer.concat(texts));
  }

  private constructor(
    at: number,
    ids: Uint32Array,
    ends: Uint32Array,
    texts: Buffer,
  ) {
    this.at = at;
    this.#ids = ids;
    this.#ends = ends;
    this.#texts = texts;
  }

  /** Ids of the caches it has samples of. */
  get cacheIds(): Iterable<number> {
    return this.#ids.values();
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
