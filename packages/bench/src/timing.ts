/** Distribution of one measured operation, in milliseconds. */
export interface Timing {
  median: number;
  p95: number;
}

/** Runs an operation until it is warm, then measures each of its further runs. */
export function measure(
  operation: () => void,
  options: { warmUp?: number; runs?: number } = {},
): Timing {
  const { warmUp = 200, runs = 500 } = options;
  for (let run = 0; run < warmUp; run++) operation();
  const durations: number[] = [];
  for (let run = 0; run < runs; run++) {
    const startedAt = performance.now();
    operation();
    durations.push(performance.now() - startedAt);
  }
  durations.sort((a, b) => a - b);
  return {
    median: durations[Math.floor(durations.length / 2)],
    p95: durations[Math.floor(durations.length * 0.95)],
  };
}
