import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiDatabase2Line } from '@remixicon/react';
import {
  cacheCard,
  cacheNameField,
  cacheSearchResultItem,
  cacheSearchResultType,
  cacheTab,
  dragonflyApi,
  consumersField,
  fleetPage,
  manifestPreviewField,
  outputOptionsField,
  regionPickerField,
  sizingField,
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
    cacheNameField,
    useCasePickerField,
    regionPickerField,
    sizingField,
    consumersField,
    outputOptionsField,
    manifestPreviewField,
    cacheSearchResultItem,
    cacheSearchResultType,
  ],
});
