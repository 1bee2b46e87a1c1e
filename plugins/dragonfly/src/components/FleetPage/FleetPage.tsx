import { Card, CardBody, Container, Text } from '@backstage/ui';
import { CacheList } from 'backstage-plugin-dragonfly-common';
import { useFleet } from '../../hooks';
import { CacheLine } from '../CacheLine';
import { LiveBoundary } from '../LiveBoundary';
import { ProblemList } from '../ProblemList';
import { describeFleet } from './describeFleet';
import { SourceNotice } from './SourceNotice';
import { worstFirst } from './worstFirst';

/**
 * Every cache the reader may see, those that need somebody first.
 *
 * @public
 */
export function FleetPage() {
  const live = useFleet();
  return (
    <Container>
      <LiveBoundary live={live} subject="the caches">
        {(list, receivedAt) => (
          <>
            <SourceNotice problem={list.inventorySource?.problem} />
            <Fleet list={list} receivedAt={receivedAt} />
          </>
        )}
      </LiveBoundary>
    </Container>
  );
}

function Fleet(props: { list: CacheList; receivedAt: number }) {
  const { list, receivedAt } = props;
  if (list.items.length + list.problems.length === 0) {
    return (
      <Text as="p">
        The catalog has no cache that you may see. Create one in the wizard, or
        ask its owner for access.
      </Text>
    );
  }
  return (
    <>
      <Text as="p" role="status">
        {describeFleet(list.items)}
      </Text>
      <ProblemList problems={list.problems} />
      <Card>
        <CardBody>
          {worstFirst(list.items).map(state => (
            <CacheLine
              key={state.cache.entityRef}
              state={state}
              receivedAt={receivedAt}
              linked
            />
          ))}
        </CardBody>
      </Card>
    </>
  );
}
