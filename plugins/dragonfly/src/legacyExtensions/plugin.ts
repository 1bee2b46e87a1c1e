import {
  createApiFactory,
  createPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { DragonflyClient } from 'backstage-plugin-dragonfly-common';
import { dragonflyApiRef } from '../api';
import { cacheTabRouteRef, fleetRouteRef } from '../routes';

/** Dragonfly caches for the old frontend system. @public */
export const dragonflyPlugin = createPlugin({
  id: 'dragonfly',
  routes: { cache: cacheTabRouteRef, fleet: fleetRouteRef },
  apis: [
    createApiFactory({
      api: dragonflyApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new DragonflyClient({ discoveryApi, fetchApi }),
    }),
  ],
});
