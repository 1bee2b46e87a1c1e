import { ChunkStore } from './ChunkStore';
import { RecentTicks } from './RecentTicks';
import { SpanPacker } from './SpanPacker';
import { lastCompleteSpan, SPAN_MS, spanStart } from './spans';
import { TickStore } from './TickStore';

interface CompactionOptions {
  ticks: TickStore;
  recent: RecentTicks;
  chunks: ChunkStore;
}

/** Packs ticks into chunks and makes minutes and hours of them. One run at a time in all instances together. */
export class Compaction {
  readonly #options: CompactionOptions;

  static create(options: CompactionOptions): Compaction {
    return new Compaction(options);
  }

  private constructor(options: CompactionOptions) {
    this.#options = options;
  }

  /**
   * Packs every span that has ended. What comes later for a span that is packed already is added to it. Ticks stay until
   * their span is packed for every cache, and packing them again comes to the same chunks: a run that is broken off is made
   * up for by the next.
   *
   * @returns how many spans were packed
   */
  async run(now: number): Promise<number> {
    const { ticks } = this.#options;
    let packed = 0;
    for (
      let oldest = await ticks.oldest();
      oldest !== undefined;
      oldest = await ticks.oldest()
    ) {
      const start = spanStart('raw', oldest);
      const last = lastCompleteSpan(now);
      if (start > last) {
        break;
      }
      await this.#pack(start, start < last);
      packed += 1;
    }
    return packed;
  }

  async #pack(start: number, inHaste: boolean): Promise<void> {
    const { ticks, recent, chunks } = this.#options;
    const read = await recent.ticks({ from: start, to: start + SPAN_MS.raw });
    await SpanPacker.create({
      chunks,
      start,
      ticks: [...read.values()],
      inHaste,
    }).pack();
    await ticks.delete([...read.keys()]);
  }
}
