import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { cacheFilter, resourceDependantFilter } from './filters';

/** `entity-card:dragonfly/caches`, on caches and on what depends on them. */
export const cacheCard = EntityCardBlueprint.make({
  name: 'caches',
  params: {
    type: 'content',
    filter: { $any: [cacheFilter, resourceDependantFilter] },
    loader: () =>
      import('../components/CacheCard').then(({ CacheCard }) => <CacheCard />),
  },
});
