import { Alert, Button, Flex, Text } from '@backstage/ui';
import { CacheEvent } from 'backstage-plugin-dragonfly-common';
import { useState } from 'react';
import { useEvents } from '../../hooks';
import { LiveBoundary } from '../LiveBoundary';
import { Section } from '../Section';

const PAGE = 10;
const MOST = 200;

/** What happened to a cache lately, newest first. */
export function EventsSection(props: { entityRef: string }) {
  const { entityRef } = props;
  const [limit, setLimit] = useState(PAGE);
  const live = useEvents(entityRef, limit);
  return (
    <Section title="Events">
      <LiveBoundary
        live={live}
        subject="the events of this cache"
        entityRef={entityRef}
      >
        {({ items, nextCursor, problem }) => (
          <Flex direction="column" gap="3">
            {problem && <Alert status="warning" icon title={problem} />}
            {items.length > 0 ? (
              <ol style={{ margin: 0, paddingInlineStart: '1.5em' }} reversed>
                {items.map(event => (
                  <EventLine key={event.id} event={event} />
                ))}
              </ol>
            ) : (
              <Text as="p" variant="body-medium">
                Nothing has happened since the portal began to watch.
              </Text>
            )}
            {nextCursor && limit < MOST && (
              <Button
                variant="secondary"
                onPress={() => setLimit(Math.min(MOST, limit * 2))}
              >
                Show more events
              </Button>
            )}
          </Flex>
        )}
      </LiveBoundary>
    </Section>
  );
}

function EventLine(props: { event: CacheEvent }) {
  const { at, message } = props.event;
  return (
    <li>
      <Text as="p" variant="body-medium">
        <time dateTime={at}>{new Date(at).toLocaleString()}</time>
        {`: ${message}`}
      </Text>
    </li>
  );
}
