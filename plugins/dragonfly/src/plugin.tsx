import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiDatabase2Line } from '@remixicon/react';
import {
  cacheCard,
  cacheSearchResultItem,
  cacheSearchResultType,
  cacheTab,
  dragonflyApi,
  regionPickerField,
  useCasePickerField,
} from './extensions';
import { cacheTabRouteRef } from './routes';

/** Dragonfly caches on entity pages, in the Create wizard and in search. @public */
export const dragonflyPlugin = createFrontendPlugin({
  pluginId: 'dragonfly',
  title: 'Dragonfly caches',
  icon: <RiDatabase2Line />,
  info: { packageJson: () => import('../package.json') },
  routes: { cache: cacheTabRouteRef },
  extensions: [
    dragonflyApi,
    cacheCard,
    cacheTab,
    useCasePickerField,
    regionPickerField,
    cacheSearchResultItem,
    cacheSearchResultType,
  ],
});
