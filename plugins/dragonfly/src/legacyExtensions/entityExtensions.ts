import {
  createComponentExtension,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { cacheTabRouteRef, fleetRouteRef } from '../routes';
import { dragonflyPlugin } from './plugin';

/** Card for the page of a cache, and of what depends on caches. @public */
export const EntityCacheCard = dragonflyPlugin.provide(
  createComponentExtension({
    name: 'EntityCacheCard',
    component: {
      lazy: () =>
        import('../components/CacheCard').then(({ CacheCard }) => CacheCard),
    },
  }),
);

/** Content of the Cache tab on the page of a cache. @public */
export const EntityCacheContent = dragonflyPlugin.provide(
  createRoutableExtension({
    name: 'EntityCacheContent',
    component: () =>
      import('../components/CacheTab').then(({ CacheTab }) => CacheTab),
    mountPoint: cacheTabRouteRef,
  }),
);

/** Page with every cache. @public */
export const FleetPage = dragonflyPlugin.provide(
  createRoutableExtension({
    name: 'FleetPage',
    component: () => import('../components/FleetPage').then(m => m.FleetPage),
    mountPoint: fleetRouteRef,
  }),
);
