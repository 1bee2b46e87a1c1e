/** What is wrong with one direction of a connection. */
export interface DirectionFaults {
  /** Milliseconds each byte is held back. */
  delayMs: number;
  /** Undefined: as fast as it goes. */
  bytesPerSecond: number | undefined;
  /** Nothing passes, and neither side notices. */
  blackHole: boolean;
}

/** Nothing wrong. */
export const NO_FAULTS: Readonly<DirectionFaults> = {
  delayMs: 0,
  bytesPerSecond: undefined,
  blackHole: false,
};
