/**
 * A quantile of numbers, by the nearest rank.
 *
 * @param share - from 0 to 1: 0.99 is the number that 99 % are not above
 * @throws Error without numbers
 */
export function quantile(numbers: readonly number[], share: number): number {
  if (numbers.length === 0) {
    throw new Error('Nothing was measured, so there is no quantile of it.');
  }
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}
