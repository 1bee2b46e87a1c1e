import { createSearchResultListItemExtension } from '@backstage/plugin-search-react';
import { DRAGONFLY_CACHE_DOCUMENT_TYPE } from 'backstage-plugin-dragonfly-common';
import { dragonflyPlugin } from './plugin';

/** A cache among search results. @public */
export const CacheSearchResultListItem = dragonflyPlugin.provide(
  createSearchResultListItemExtension({
    name: 'CacheSearchResultListItem',
    component: () =>
      import('../search').then(module => module.DragonflySearchResultItem),
    predicate: result => result.type === DRAGONFLY_CACHE_DOCUMENT_TYPE,
  }),
);
