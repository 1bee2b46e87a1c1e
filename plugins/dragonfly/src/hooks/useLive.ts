import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { loadFailureOf } from '../api';
import { queryClientOf } from './queryClientOf';
import { REQUEST_TIMEOUT_MS } from './requestTimeout';
import { LiveData, LiveOptions } from './types';
import { useRefreshOnSignal } from './useRefreshOnSignal';

interface UseLiveOptions<T> extends LiveOptions {
  /** The API that is asked; owns the stored answers. */
  api: object;
  /** Identifies the question among all questions to `api`. */
  key: readonly unknown[];
  fetch: (signal: AbortSignal) => Promise<T>;
}

/**
 * Fetches, and fetches again every `intervalMs` while the document is visible at once when it becomes visible,
 * and soon after the backend signals a change.
 * There is never more than one request for a key; it is aborted when the last component that wants it unmounts.
 */
export function useLive<T>(options: UseLiveOptions<T>): LiveData<T> {
  const { api, key, fetch, intervalMs } = options;
  const client = queryClientOf(api);

  // A mounted client listens to the document's visibility.
  useEffect(() => {
    client.mount();
    return () => client.unmount();
  }, [client]);

  const query = useQuery(
    {
      queryKey: key,
      queryFn: ({ signal }) =>
        fetch(
          AbortSignal.any([signal, AbortSignal.timeout(REQUEST_TIMEOUT_MS)]),
        ),
      refetchInterval: intervalMs ?? false,
      refetchIntervalInBackground: false,
      refetchOnWindowFocus: intervalMs ? 'always' : false,
      // The portal may well be reachable when the browser believes to be offline, on localhost for example.
      networkMode: 'always',
      retry: false,
    },
    client,
  );

  useRefreshOnSignal(intervalMs ? () => query.refetch() : undefined);

  const failure = query.isError ? loadFailureOf(query.error) : undefined;
  if (failure && (query.data === undefined || failure.kind !== 'unavailable')) {
    return { status: 'failed', failure, retry: () => query.refetch() };
  }
  if (query.data === undefined) {
    return { status: 'loading' };
  }
  return {
    status: 'loaded',
    data: query.data,
    receivedAt: query.dataUpdatedAt,
    intervalMs,
    refreshFailure: failure,
  };
}
