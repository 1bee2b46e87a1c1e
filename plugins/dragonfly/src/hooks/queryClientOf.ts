import { QueryClient } from '@tanstack/react-query';

const clients = new WeakMap<object, QueryClient>();

/**
 * The store of what an API has answered. It belongs to the API's instance, so that two apps on one page (or two
 * tests) never see each other's data, and all components of one app share one request.
 */
export function queryClientOf(api: object): QueryClient {
  const known = clients.get(api);
  if (known) {
    return known;
  }
  const client = new QueryClient();
  clients.set(api, client);
  return client;
}
