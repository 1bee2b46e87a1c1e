/**
 * How long everything else in the process waits while some work goes on.
 *
 * @param everyMs - what the event loop is asked for again and again, milliseconds
 * @returns milliseconds between one turn of the event loop that was due after so long, and the next
 */
export async function measurePauses(
  work: () => Promise<unknown>,
  everyMs = 1,
): Promise<number[]> {
  const pauses: number[] = [];
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    pauses.push(now - last);
    last = now;
  }, everyMs);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  return [...pauses, performance.now() - last];
}
