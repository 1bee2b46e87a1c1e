import { Histogram } from './Histogram';
import { quantile } from './quantile';

it('says the quantiles of what was added', () => {
  const durations = [3, 9, 1, 1, 250];
  const histogram = new Histogram(1_000);
  durations.forEach(duration => histogram.add(duration));

  for (const share of [0, 0.2, 0.5, 0.8, 0.99, 1]) {
    expect(histogram.quantile(share)).toBe(quantile(durations, share));
  }
});

it('counts what is longer than the longest as the longest', () => {
  const histogram = new Histogram(100);
  histogram.add(5_000);

  expect(histogram.quantile(1)).toBe(100);
});

it('does not make a number of nothing', () => {
  expect(() => new Histogram(100).quantile(0.5)).toThrow(
    'Nothing was measured',
  );
});
