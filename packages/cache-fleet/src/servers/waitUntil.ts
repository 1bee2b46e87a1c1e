import { isError } from '@backstage/errors';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 10;

/**
 * Asks again and again until the answer is yes.
 *
 * @param what - completes the sentence "Waited 5000 ms for …"
 * @throws Error when the deadline passes, naming what the last attempt failed with
 */
export async function waitUntil(
  what: string,
  deadlineMs: number,
  isDone: () => Promise<boolean>,
): Promise<void> {
  const end = performance.now() + deadlineMs;
  let failure: unknown;
  for (;;) {
    try {
      if (await isDone()) {
        return;
      }
      failure = undefined;
    } catch (error) {
      failure = error;
    }
    if (performance.now() >= end) {
      const detail = isError(failure) ? `: ${failure.message}` : '';
      throw new Error(`Waited ${deadlineMs} ms for ${what}${detail}`);
    }
    await sleep(POLL_MS);
  }
}
