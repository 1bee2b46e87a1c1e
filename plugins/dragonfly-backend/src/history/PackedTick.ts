import { CacheSample } from 'backstage-plugin-dragonfly-common';
import { z } from 'zod';
import { Slices } from '../waiting';
import { packedSample, readSamples } from './packing';

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
    const texts = new Map<number, string>();
    const slices = Slices.create();
    for (const [id, sample] of Object.entries(samples)) {
      texts.set(Number(id), JSON.stringify(packedSample.parse(sample)));
      await slices.next();
    }
    return PackedTick.of(at, texts);
  }

  /** @param texts - of samples, by the ids of the caches */
  static of(at: number, texts: ReadonlyMap<number, string>): PackedTick {
    const ids = Uint32Array.from(texts.keys()).sort();
    const ends = new Uint32Array(ids.length);
    const parts: Buffer[] = [];
    let end = 0;
    ids.forEach((id, index) => {
      const part = Buffer.from(texts.get(id) ?? '');
      parts.push(part);
      end += part.length;
      ends[index] = end;
    });
    return new PackedTick(at, ids, ends, Buffer.concat(parts));
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
    const text = this.textOf(cacheId);
    // Checked before it was written here.
    return text === undefined ? undefined : readSamples([text])[0];
  }

  /** The same as text. */
  textOf(cacheId: number): string | undefined {
    const index = this.#indexOf(cacheId);
    if (index === undefined) return undefined;
    const start = index === 0 ? 0 : this.#ends[index - 1];
    return this.#texts.toString('utf8', start, this.#ends[index]);
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
