/** Bytes of one mebibyte. */
export const MIB = 2 ** 20;

/** Bytes the server demands for each of its threads; with less it exits at start. */
export const BYTES_PER_THREAD = 256 * MIB;

const SERVER_UNITS = [
  ['gb', 2 ** 30],
  ['mb', MIB],
] as const;

/** A size as a server flag takes it, exactly: `2gb`, `1536mb`. The size is a whole number of MiB. */
export function toServerSize(bytes: number): string {
  const [unit, size] =
    SERVER_UNITS.find(candidate => bytes % candidate[1] === 0) ??
    SERVER_UNITS[SERVER_UNITS.length - 1];
  return `${bytes / size}${unit}`;
}
