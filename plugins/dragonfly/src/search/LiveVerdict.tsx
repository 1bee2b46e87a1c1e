import { Flex, Text } from '@backstage/ui';
import { DragonflyCacheDocument } from 'backstage-plugin-dragonfly-common';
import { StaleNotice } from '../components/LiveBoundary';
import { ReasonList } from '../components/ReasonList';
import { VerdictStatus } from '../components/VerdictStatus';
import { useCache } from '../hooks';

/** Slower than on the cache's own page: a page of results asks for many caches at once. */
const INTERVAL_MS = 10_000;

interface LiveVerdictProps {
  document: DragonflyCacheDocument;
}

/** The verdict on the cache of a search result as of now; the indexed one, called that, while there is none. */
export function LiveVerdict(props: LiveVerdictProps) {
  const { document } = props;
  const live = useCache(document.entityRef, { intervalMs: INTERVAL_MS });
  switch (live.status) {
    case 'loading':
      return (
        <Text variant="body-small">
          {`indexed as ${document.verdict}, asking for the live state`}
        </Text>
      );
    case 'failed':
      return (
        <Text variant="body-small">
          {`indexed as ${document.verdict}, live state unavailable: ${live.failure.message}`}
        </Text>
      );
    case 'loaded':
      return (
        <Flex direction="column" gap="1">
          <StaleNotice
            receivedAt={live.receivedAt}
            intervalMs={live.intervalMs}
            failure={live.refreshFailure}
          />
          <VerdictStatus name={document.title} verdict={live.data.verdict} />
          <ReasonList
            reasons={live.data.reasons}
            runbookUrl={live.data.cache.runbookUrl}
          />
        </Flex>
      );
    default:
      return live satisfies never;
  }
}
