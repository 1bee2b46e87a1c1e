import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { useCache } from '../../hooks';
import { CacheLine } from '../CacheLine';
import { LiveBoundary } from '../LiveBoundary';

interface OwnCacheCardProps {
  /** A cache. */
  entity: Entity;
}

/** The card of a cache on its own page. */
export function OwnCacheCard(props: OwnCacheCardProps) {
  const entityRef = stringifyEntityRef(props.entity);
  const live = useCache(entityRef);
  return (
    <EntityInfoCard title="Cache">
      <LiveBoundary
        live={live}
        subject="the state of this cache"
        entityRef={entityRef}
      >
        {(state, receivedAt) => (
          <CacheLine state={state} receivedAt={receivedAt} />
        )}
      </LiveBoundary>
    </EntityInfoCard>
  );
}
