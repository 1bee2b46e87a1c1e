import { Verdict } from 'backstage-plugin-dragonfly-common';
import { eventually } from './eventually';
import { Portal } from './startPortal';

/** Waits until the portal gives a cache this verdict. */
export async function untilVerdict(
  portal: Portal,
  cacheName: string,
  verdict: Verdict,
  withinMs = 5_000,
): Promise<void> {
  await eventually(withinMs, async () => {
    expect(await portal.stateOf(cacheName)).toMatchObject({ verdict });
  });
}
