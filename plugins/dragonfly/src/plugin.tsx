import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiDatabase2Line } from '@remixicon/react';
import {
  cacheCard,
  cacheSearchResultItem,
  cacheSearchResultType,
  cacheTab,
  dragonflyApi,
  fleetPage,
  regionPickerField,
  useCasePickerField,
} from './extensions';
import { cacheTabRouteRef, fleetRouteRef } from './routes';

/** Dragonfly caches on entity pages, in the Create wizard and in search. @public */
export const dragonflyPlugin = createFrontendPlugin({
  pluginId: 'dragonfly',
  title: 'Dragonfly caches',
  icon: <RiDatabase2Line />,
  info: { packageJson: () => import('../package.json') },
  routes: { cache: cacheTabRouteRef, fleet: fleetRouteRef },
  extensions: [
    dragonflyApi,
    fleetPage,
    cacheCard,
    cacheTab,
    useCasePickerField,
    regionPickerField,
    cacheSearchResultItem,
    cacheSearchResultType,
  ],
});
