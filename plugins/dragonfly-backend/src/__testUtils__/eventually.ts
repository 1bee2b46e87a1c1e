const PAUSE_MS = 25;

/** Tries until the expectation holds, and fails with what it last said when the time is over. */
export async function eventually<T>(
  withinMs: number,
  expectation: () => Promise<T>,
): Promise<T> {
  const endsAt = performance.now() + withinMs;
  for (;;) {
    try {
      return await expectation();
    } catch (error) {
      if (performance.now() > endsAt) {
        throw error;
      }
      await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
    }
  }
}
