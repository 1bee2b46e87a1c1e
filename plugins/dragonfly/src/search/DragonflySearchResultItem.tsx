import { Flex, Text } from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  ResultHighlight,
  SearchDocument,
} from '@backstage/plugin-search-common';
import { HighlightedSearchResultText } from '@backstage/plugin-search-react';
import { ReactElement } from 'react';
import { CacheDocumentFacts } from './CacheDocumentFacts';
import { isCacheDocument } from './isCacheDocument';
import { LiveVerdict } from './LiveVerdict';

/** @public */
export interface DragonflySearchResultItemProps {
  result?: SearchDocument;
  highlight?: ResultHighlight;
  icon?: ReactElement;
}

/** A cache among search results, with the verdict of now and not of the time it was indexed. @public */
export function DragonflySearchResultItem(
  props: DragonflySearchResultItemProps,
) {
  const { result, highlight, icon } = props;
  if (!result || !isCacheDocument(result)) {
    return null;
  }
  return (
    <Flex gap="3">
      {icon}
      <Flex direction="column" gap="1">
        <EntityRefLink entityRef={result.entityRef} noTrack hideIcon>
          {highlight?.fields.title ? (
            <HighlightedSearchResultText
              text={highlight.fields.title}
              preTag={highlight.preTag}
              postTag={highlight.postTag}
            />
          ) : (
            result.title
          )}
        </EntityRefLink>
        <LiveVerdict document={result} />
        <CacheDocumentFacts document={result} />
        {highlight?.fields.text && (
          <Text variant="body-small">
            <HighlightedSearchResultText
              text={highlight.fields.text}
              preTag={highlight.preTag}
              postTag={highlight.postTag}
            />
          </Text>
        )}
      </Flex>
    </Flex>
  );
}
