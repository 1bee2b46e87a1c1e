import { useSignal } from '@backstage/plugin-signals-react';
import { CACHE_SIGNALS_CHANNEL } from 'backstage-plugin-dragonfly-common';
import { useEffect, useRef } from 'react';

/** All open pages get a signal in the same moment; they ask again spread over this time. */
const SPREAD_MS = 500;

/**
 * Asks again soon after the backend says that some cache has changed. The signal is a ping without content, so what comes
 * of it is what the reader may know. Without signals in the app nothing happens, and the interval has to do.
 *
 * @param refresh - asks again; undefined where nothing is live
 */
export function useRefreshOnSignal(refresh: (() => void) | undefined): void {
  const { lastSignal } = useSignal(CACHE_SIGNALS_CHANNEL);
  const latest = useRef(refresh);
  latest.current = refresh;

  useEffect(() => {
    if (!lastSignal) {
      return undefined;
    }
    const timer = setTimeout(
      () => latest.current?.(),
      Math.random() * SPREAD_MS,
    );
    return () => clearTimeout(timer);
  }, [lastSignal]);
}
