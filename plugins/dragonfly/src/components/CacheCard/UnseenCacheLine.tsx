import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { Text } from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  dragonflyCacheReadPermission,
  InventoryProblem,
} from 'backstage-plugin-dragonfly-common';
import { CacheFrame } from '../CacheLine';
import { ProblemList } from '../ProblemList';
import { VerdictBadge } from '../VerdictBadge';

interface UnseenCacheLineProps {
  entity: Entity;
  /** Why the backend refuses the cache, when that is the reason. */
  problems: InventoryProblem[];
}

/** A cache the backend left out of its answer: refused, not known yet, or not for this reader. */
export function UnseenCacheLine(props: UnseenCacheLineProps) {
  const { entity, problems } = props;
  const name = entity.metadata.title ?? entity.metadata.name;
  const entityRef = stringifyEntityRef(entity);
  const heading = (
    <>
      <VerdictBadge verdict="unknown" />
      <EntityRefLink entityRef={entityRef}>{name}</EntityRefLink>
    </>
  );
  return (
    <CacheFrame name={name} heading={heading}>
      <ProblemList problems={problems} />
      {!problems.length && (
        <Text as="p" variant="body-medium">
          {`No live state: either you lack the permission "${dragonflyCacheReadPermission.name}" on ${entityRef}, or the portal does not watch this cache yet.`}
        </Text>
      )}
    </CacheFrame>
  );
}
