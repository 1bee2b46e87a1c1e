/** What an event loop is asked for again and again, milliseconds. */
const EVERY_MS = 1;

/**
 * How long everything else in the process waits while some work goes on.
 *
 * @returns milliseconds between one turn of the event loop that was due after a millisecond, and the next
 */
export async function measurePauses(
  work: () => Promise<unknown>,
): Promise<number[]> {
  const pauses: number[] = [];
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    pauses.push(now - last);
    last = now;
  }, EVERY_MS);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  return [...pauses, performance.now() - last];
}
