import { useApi } from '@backstage/core-plugin-api';
import { CacheList } from 'backstage-plugin-dragonfly-common';
import { dragonflyApiRef } from '../api';
import { DEFAULT_INTERVAL_MS } from './refreshInterval';
import { LiveData, LiveOptions } from './types';
import { useLive } from './useLive';

/**
 * The live states of the caches with these full entity references, refreshed while the page is visible.
 * One that is no cache, or that the reader may not see, is left out by the backend.
 *
 * @public
 */
export function useCaches(
  entityRefs: string[],
  options: LiveOptions = {},
): LiveData<CacheList> {
  const api = useApi(dragonflyApiRef);
  const wanted = [...new Set(entityRefs)].sort();
  return useLive({
    api,
    key: ['caches', wanted],
    fetch: async signal =>
      // Without any reference the backend would answer with every cache there is.
      wanted.length
        ? api.getCaches({ entityRefs: wanted }, { signal })
        : { items: [], problems: [] },
    intervalMs: options.intervalMs ?? DEFAULT_INTERVAL_MS,
  });
}
