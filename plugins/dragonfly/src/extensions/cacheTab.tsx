import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { RiDatabase2Line } from '@remixicon/react';
import { cacheTabRouteRef } from '../routes';
import { cacheFilter } from './filters';

/** `entity-content:dragonfly/cache`, the Cache tab of a cache. */
export const cacheTab = EntityContentBlueprint.make({
  name: 'cache',
  params: {
    path: 'cache',
    title: 'Cache',
    group: 'operation',
    icon: <RiDatabase2Line />,
    routeRef: cacheTabRouteRef,
    filter: cacheFilter,
    loader: () =>
      import('../components/CacheTab').then(({ CacheTab }) => <CacheTab />),
  },
});
