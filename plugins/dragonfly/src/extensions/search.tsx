import {
  SearchFilterResultTypeBlueprint,
  SearchResultListItemBlueprint,
} from '@backstage/plugin-search-react/alpha';
import { RiDatabase2Line } from '@remixicon/react';
import { DRAGONFLY_CACHE_DOCUMENT_TYPE } from 'backstage-plugin-dragonfly-common';

/** `search-result-list-item:dragonfly`, a cache among search results. */
export const cacheSearchResultItem = SearchResultListItemBlueprint.make({
  params: {
    predicate: result => result.type === DRAGONFLY_CACHE_DOCUMENT_TYPE,
    component: () =>
      import('../search').then(module => module.DragonflySearchResultItem),
    icon: <RiDatabase2Line />,
  },
});

/** `search-filter-result-type:dragonfly`, to search for caches only. */
export const cacheSearchResultType = SearchFilterResultTypeBlueprint.make({
  params: {
    value: DRAGONFLY_CACHE_DOCUMENT_TYPE,
    name: 'Caches',
    icon: <RiDatabase2Line />,
  },
});
