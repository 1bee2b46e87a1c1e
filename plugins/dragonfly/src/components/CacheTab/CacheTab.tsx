import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  MissingAnnotationEmptyState,
  useEntity,
} from '@backstage/plugin-catalog-react';
import {
  cacheAnnotations,
  isCacheEntity,
} from 'backstage-plugin-dragonfly-common';
import { useCache } from '../../hooks';
import { LiveBoundary } from '../LiveBoundary';
import { CacheDetails } from './CacheDetails';

/** Everything that is known of one cache. @public */
export function CacheTab() {
  const { entity } = useEntity();
  if (!isCacheEntity(entity)) {
    return <MissingAnnotationEmptyState annotation={cacheAnnotations.cache} />;
  }
  return <LiveCacheDetails entityRef={stringifyEntityRef(entity)} />;
}

function LiveCacheDetails(props: { entityRef: string }) {
  const { entityRef } = props;
  const live = useCache(entityRef);
  return (
    <LiveBoundary
      live={live}
      subject="the state of this cache"
      entityRef={entityRef}
    >
      {(state, receivedAt) => (
        <CacheDetails state={state} receivedAt={receivedAt} />
      )}
    </LiveBoundary>
  );
}
