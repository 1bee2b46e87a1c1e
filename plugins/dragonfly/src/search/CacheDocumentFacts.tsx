import { Flex, Text } from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { DragonflyCacheDocument } from 'backstage-plugin-dragonfly-common';

interface CacheDocumentFactsProps {
  document: DragonflyCacheDocument;
}

/** Whose cache it is, what for and where. */
export function CacheDocumentFacts(props: CacheDocumentFactsProps) {
  const { owner, system, useCase, regions } = props.document;
  return (
    <Flex gap="3">
      {useCase && <Text variant="body-small">{useCase}</Text>}
      {regions.length > 0 && (
        <Text variant="body-small">{`in ${regions.join(', ')}`}</Text>
      )}
      {owner && (
        <Text variant="body-small">
          {'owned by '}
          <EntityRefLink entityRef={owner} noTrack />
        </Text>
      )}
      {system && (
        <Text variant="body-small">
          {'part of '}
          <EntityRefLink entityRef={system} noTrack />
        </Text>
      )}
    </Flex>
  );
}
