/** Distribution of one measured operation, in milliseconds. */
export interface Timing {
  median: number;
  p95: number;
}

/**
 * Runs an operation until it is warm, then measures rounds of it and returns the quietest round. Whatever else the
 * machine does can only make a round slower, so the quietest one is nearest to what the operation itself takes.
 */
export function measure(
  operation: () => void,
  options: { warmUp?: number; rounds?: number; runs?: number } = {},
): Timing {
  const { warmUp = 300, rounds = 10, runs = 100 } = options;
  for (let run = 0; run < warmUp; run++) operation();
  const measured = Array.from({ length: rounds }, () =>
    measureRound(operation, runs),
  );
  return measured.reduce((quietest, round) =>
    round.median < quietest.median ? round : quietest,
  );
}

function measureRound(operation: () => void, runs: number): Timing {
  const durations = Array.from({ length: runs }, () => {
    const startedAt = performance.now();
    operation();
    return performance.now() - startedAt;
  }).sort((a, b) => a - b);
  return {
    median: durations[Math.floor(runs / 2)],
    p95: durations[Math.floor(runs * 0.95)],
  };
}
