import { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { LiveData } from '../../hooks';
import { useLive } from '../../hooks/useLive';
import { useDebounced } from '../useDebounced';

const DEBOUNCE_MS = 200;

/** More than these nobody reads; another letter narrows them down. */
const LIMIT = 50;

/** Components of the catalog whose name or title contains some text; some of all while there is no text. */
export function useComponentSearch(text: string): LiveData<Entity[]> {
  const catalogApi = useApi(catalogApiRef);
  const term = useDebounced(text.trim(), DEBOUNCE_MS);
  return useLive({
    api: catalogApi,
    key: ['component-search', term],
    fetch: async () => {
      const { items } = await catalogApi.queryEntities({
        filter: { kind: 'Component' },
        fields: ['kind', 'metadata'],
        orderFields: [{ field: 'metadata.name', order: 'asc' }],
        limit: LIMIT,
        fullTextFilter: term
          ? { term, fields: ['metadata.name', 'metadata.title'] }
          : undefined,
      });
      return items;
    },
  });
}
