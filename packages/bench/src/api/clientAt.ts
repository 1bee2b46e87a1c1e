import { DragonflyClient } from 'backstage-plugin-dragonfly-common';

/** A client of the backend at a port of this machine, for whoever the token is of. */
export function clientAt(port: number, token: string): DragonflyClient {
  return new DragonflyClient({
    discoveryApi: {
      getBaseUrl: async plugin => `http://localhost:${port}/api/${plugin}`,
    },
    fetchApi: {
      fetch: (input, init) =>
        fetch(input, {
          ...init,
          headers: { authorization: `Bearer ${token}` },
        }),
    },
  });
}
