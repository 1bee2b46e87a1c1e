const wholeNumbers = new Intl.NumberFormat('en-US', {
  maximumFractionDigits: 0,
});
const roundedNumbers = new Intl.NumberFormat('en-US', {
  maximumFractionDigits: 1,
});

/** A count with separators: `1,809`. @public */
export function describeCount(count: number): string {
  return wholeNumbers.format(count);
}

/**
 * Seconds in the unit people use for that size: `40 ms`, `2.5 s`, `14 s`, `3 min`, `2 h`, `3 d`.
 *
 * @public
 */
export function describeSeconds(seconds: number): string {
  if (seconds < 0.9995) return `${wholeNumbers.format(seconds * 1000)} ms`;
  if (seconds < 9.95) return `${roundedNumbers.format(seconds)} s`;
  if (seconds < 119.5) return `${wholeNumbers.format(seconds)} s`;
  if (seconds < 119.5 * 60) return `${wholeNumbers.format(seconds / 60)} min`;
  if (seconds < 47.5 * 3600) return `${wholeNumbers.format(seconds / 3600)} h`;
  return `${wholeNumbers.format(seconds / 86_400)} d`;
}

const binaryUnits = ['KiB', 'MiB', 'GiB', 'TiB'];

/** Bytes in binary units: `512 bytes`, `1.5 KiB`, `2 GiB`. @public */
export function describeBytes(bytes: number): string {
  if (bytes < 1024) return `${wholeNumbers.format(bytes)} bytes`;
  let value = bytes / 1024;
  let unit = 0;
  while (value >= 1023.95 && unit < binaryUnits.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${roundedNumbers.format(value)} ${binaryUnits[unit]}`;
}

/** ` for at least 3 s`, or nothing when it has only just been seen. */
export function describeAtLeast(seconds: number): string {
  return seconds > 0 ? ` for at least ${describeSeconds(seconds)}` : '';
}
