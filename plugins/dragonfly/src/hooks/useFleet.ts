import { useApi } from '@backstage/core-plugin-api';
import { CacheList } from 'backstage-plugin-dragonfly-common';
import { dragonflyApiRef } from '../api';
import { DEFAULT_INTERVAL_MS } from './refreshInterval';
import { LiveData, LiveOptions } from './types';
import { useLive } from './useLive';

/**
 * The live states of every cache the reader may see, refreshed while the page is visible.
 *
 * @public
 */
export function useFleet(options: LiveOptions = {}): LiveData<CacheList> {
  const api = useApi(dragonflyApiRef);
  return useLive({
    api,
    key: ['fleet'],
    fetch: signal => api.getCaches({}, { signal }),
    intervalMs: options.intervalMs ?? DEFAULT_INTERVAL_MS,
  });
}
