import { DiscoveryService } from '@backstage/backend-plugin-api';
import { DragonflyClient } from 'backstage-plugin-dragonfly-common';

const BACKEND_TIMEOUT_MS = 30_000;

/** A client of the dragonfly backend that gives up on an answer after half a minute. */
export function dragonflyClient(discovery: DiscoveryService): DragonflyClient {
  return new DragonflyClient({
    discoveryApi: discovery,
    fetchApi: {
      fetch: (input, init) =>
        fetch(input, {
          ...init,
          signal: AbortSignal.timeout(BACKEND_TIMEOUT_MS),
        }),
    },
  });
}
