import { quantile } from './quantile';

/** Median, 99th percentile and largest of some values, to a tenth. */
export function medianP99Longest(values: readonly number[]): number[] {
  return [0.5, 0.99, 1].map(share =>
    Number(quantile(values, share).toFixed(1)),
  );
}
