import { RELATION_DEPENDS_ON } from '@backstage/catalog-model';
import { FilterPredicate } from '@backstage/filter-predicates';
import {
  CACHE_ENTITY,
  cacheAnnotations,
} from 'backstage-plugin-dragonfly-common';

const ANNOTATION = `metadata.annotations.${cacheAnnotations.cache}` as const;

// Predicates, not functions, so that an app can see and override them in its configuration.

/** Selects caches: the predicate form of `isCacheEntity`. */
export const cacheFilter: FilterPredicate = {
  kind: CACHE_ENTITY.kind,
  'spec.type': CACHE_ENTITY.type,
  [ANNOTATION]: { $exists: true },
};

/**
 * Selects what depends on a Resource. Relations hold references only, so whether that Resource is a cache
 * cannot be part of a predicate; the card itself shows nothing when none is.
 */
export const resourceDependantFilter: FilterPredicate = {
  relations: {
    $contains: {
      type: RELATION_DEPENDS_ON,
      targetRef: {
        $hasPrefix: `${CACHE_ENTITY.kind.toLocaleLowerCase('en-US')}:`,
      },
    },
  },
};
