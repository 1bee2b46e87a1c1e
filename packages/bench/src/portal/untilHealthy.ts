import { setTimeout as sleep } from 'node:timers/promises';
import { Portal } from './Portal';

const DEADLINE_MS = 60_000;

/** Waits until a portal finds so many caches healthy. @throws Error with the verdicts when it does not within a minute */
export async function untilHealthy(
  portal: Portal,
  caches: number,
): Promise<void> {
  const end = performance.now() + DEADLINE_MS;
  for (;;) {
    const { items } = await portal.client.getCaches();
    const healthy = items.filter(({ verdict }) => verdict === 'healthy');
    if (healthy.length === caches) {
      return;
    }
    if (performance.now() > end) {
      const others = items
        .filter(({ verdict }) => verdict !== 'healthy')
        .map(
          ({ cache, reasons }) =>
            `${cache.name}: ${reasons.map(({ message }) => message).join(' ')}`,
        );
      throw new Error(
        `Only ${healthy.length} of ${caches} caches are healthy after a minute. ${others.slice(0, 3).join(' ')}`,
      );
    }
    await sleep(100);
  }
}
