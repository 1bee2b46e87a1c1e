import { Socket } from 'node:net';
import { DirectionFaults } from './faults';

// Bytes on their way before the sender is made to wait. A delayed link holds what it delays; any other holds next to
// nothing, so that a server that stops reading is felt on the other side as without a proxy.
const DELAYED_LIMIT = 8 * 1024 * 1024;
const DIRECT_LIMIT = 64 * 1024;
// A throttled link sends in slices of this duration, so that it trickles and does not burst.
const SLICE_SECONDS = 0.02;

type Item = { dueAt: number } & (
  { kind: 'data'; bytes: Buffer } | { kind: 'end' } | { kind: 'reset' }
);

/** Carries one direction of one connection, with the faults of its link. Keeps every byte and their order. */
export class Pipe {
  readonly #source: Socket;
  readonly #sink: Socket;
  readonly #faults: () => Readonly<DirectionFaults>;
  readonly #queue: Item[] = [];
  #inFlight = 0;
  #freeAt = 0;
  #draining = false;
  #stopped = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    source: Socket,
    sink: Socket,
    faults: () => Readonly<DirectionFaults>,
  ) {
    this.#source = source;
    this.#sink = sink;
    this.#faults = faults;
    source.on('data', bytes =>
      this.#push({ kind: 'data', bytes, dueAt: this.#due() }),
    );
    source.on('end', () => this.#push({ kind: 'end', dueAt: this.#due() }));
    source.on('close', () => {
      if (!source.readableEnded) {
        this.#push({ kind: 'reset', dueAt: this.#due() });
      }
    });
    sink.on('drain', () => {
      this.#draining = false;
      this.pump();
    });
    sink.on('close', () => this.stop());
    this.pump();
  }

  /** Sends on what is due; called again whenever the faults change. */
  pump(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { blackHole, delayMs } = this.#faults();
    const limit = delayMs > 0 ? DELAYED_LIMIT : DIRECT_LIMIT;
    for (;;) {
      const item = this.#queue[0];
      if (blackHole || this.#draining || !item) {
        break;
      }
      const now = performance.now();
      const wait = Math.max(item.dueAt, this.#freeAt) - now;
      if (wait > 0) {
        this.#timer = setTimeout(() => this.pump(), Math.ceil(wait));
        break;
      }
      this.#send(item, now);
    }
    // Not reading is what a lost network looks like to the sender: its bytes stay unacknowledged, and are not lost
    // when the network comes back.
    if (blackHole || this.#inFlight >= limit) {
      this.#source.pause();
    } else {
      this.#source.resume();
    }
  }

  /** The receiver is gone: what still comes is dropped. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#queue.length = 0;
    this.#inFlight = 0;
  }

  #due(): number {
    return performance.now() + this.#faults().delayMs;
  }

  #push(item: Item): void {
    if (this.#stopped) {
      return;
    }
    this.#queue.push(item);
    this.#inFlight += item.kind === 'data' ? item.bytes.length : 0;
    if (this.#timer === undefined) {
      this.pump();
    }
  }

  #send(item: Item, now: number): void {
    if (item.kind === 'end') {
      this.#queue.shift();
      this.#sink.end();
      return;
    }
    if (item.kind === 'reset') {
      this.#queue.shift();
      this.#sink.resetAndDestroy();
      return;
    }
    const { bytesPerSecond } = this.#faults();
    const slice =
      bytesPerSecond === undefined
        ? item.bytes
        : item.bytes.subarray(
            0,
            Math.max(1, Math.floor(bytesPerSecond * SLICE_SECONDS)),
          );
    if (bytesPerSecond !== undefined) {
      this.#freeAt = now + (slice.length / bytesPerSecond) * 1000;
    }
    item.bytes = item.bytes.subarray(slice.length);
    if (item.bytes.length === 0) {
      this.#queue.shift();
    }
    this.#inFlight -= slice.length;
    this.#draining = !this.#sink.write(slice);
  }
}
