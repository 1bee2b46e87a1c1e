import {
  CacheState,
  ReasonCode,
  Verdict,
} from 'backstage-plugin-dragonfly-common';
import { eventually } from '../../__testUtils__/eventually';
import { Portal } from '../../__testUtils__/startPortal';

/** What a fault must be called. */
export interface Finding {
  verdict: Verdict;
  code: ReasonCode;
  /** Absent for a reason about the whole cache. */
  region?: string;
}

/** Waits until the portal gives a cache this verdict with this reason, and fails when the deadline passes first. */
export function untilFound(
  portal: Portal,
  cacheName: string,
  { verdict, code, region }: Finding,
  withinMs: number,
): Promise<CacheState> {
  return eventually(withinMs, async () => {
    const state = await portal.stateOf(cacheName);
    const found = state.reasons.map(
      reason => `${reason.code} ${reason.region}`,
    );
    expect({ verdict: state.verdict, found }).toEqual({
      verdict,
      found: expect.arrayContaining([`${code} ${region}`]),
    });
    return state;
  });
}
