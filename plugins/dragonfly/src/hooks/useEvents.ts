import { useApi } from '@backstage/core-plugin-api';
import { EventPage } from 'backstage-plugin-dragonfly-common';
import { dragonflyApiRef } from '../api';
import { LiveData } from './types';
import { useLive } from './useLive';

const REFRESH_MS = 10_000;

/**
 * What happened to one cache lately, newest first.
 *
 * @param limit - how many events at most
 * @public
 */
export function useEvents(
  entityRef: string,
  limit: number,
): LiveData<EventPage> {
  const api = useApi(dragonflyApiRef);
  return useLive({
    api,
    key: ['events', entityRef, limit],
    fetch: signal => api.getEvents({ entityRef, limit }, { signal }),
    intervalMs: REFRESH_MS,
  });
}
