import { useApi } from '@backstage/core-plugin-api';
import { CacheState } from 'backstage-plugin-dragonfly-common';
import { dragonflyApiRef } from '../api';
import { DEFAULT_INTERVAL_MS } from './refreshInterval';
import { LiveData, LiveOptions } from './types';
import { useLive } from './useLive';

/**
 * The live state of one cache by its full entity reference, refreshed while the page is visible.
 *
 * @public
 */
export function useCache(
  entityRef: string,
  options: LiveOptions = {},
): LiveData<CacheState> {
  const api = useApi(dragonflyApiRef);
  return useLive({
    api,
    key: ['cache', entityRef],
    fetch: signal => api.getCache(entityRef, { signal }),
    intervalMs: options.intervalMs ?? DEFAULT_INTERVAL_MS,
  });
}
