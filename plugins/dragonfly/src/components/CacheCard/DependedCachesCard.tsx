import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { useCaches, useDependedCaches } from '../../hooks';
import { CacheLine } from '../CacheLine';
import { LiveBoundary } from '../LiveBoundary';
import { UnseenCacheLine } from './UnseenCacheLine';

interface DependedCachesCardProps {
  entity: Entity;
}

/** The card of a service, with a line for each cache it depends on; nothing when there is none. */
export function DependedCachesCard(props: DependedCachesCardProps) {
  const depended = useDependedCaches(props.entity);
  // Most services depend on no cache: better no card for a moment than one that vanishes.
  if (
    depended.status === 'loading' ||
    (depended.status === 'loaded' && !depended.data.length)
  ) {
    return null;
  }
  return (
    <EntityInfoCard title="Caches">
      <LiveBoundary live={depended} subject="the caches this depends on">
        {entities => <CacheLines entities={entities} />}
      </LiveBoundary>
    </EntityInfoCard>
  );
}

interface CacheLinesProps {
  /** Caches, at least one. */
  entities: Entity[];
}

function CacheLines(props: CacheLinesProps) {
  const { entities } = props;
  const live = useCaches(entities.map(entity => stringifyEntityRef(entity)));
  return (
    <LiveBoundary live={live} subject="the state of these caches">
      {({ items, problems }, receivedAt) =>
        entities.map(entity => {
          const entityRef = stringifyEntityRef(entity);
          const state = items.find(item => item.cache.entityRef === entityRef);
          return state ? (
            <CacheLine
              key={entityRef}
              state={state}
              receivedAt={receivedAt}
              linked
            />
          ) : (
            <UnseenCacheLine
              key={entityRef}
              entity={entity}
              problems={problems.filter(
                problem => problem.entityRef === entityRef,
              )}
            />
          );
        })
      }
    </LiveBoundary>
  );
}
