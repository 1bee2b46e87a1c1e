import { Flex, Text } from '@backstage/ui';
import {
  CacheState,
  describeExposure,
} from 'backstage-plugin-dragonfly-common';
import { AgeText } from '../AgeText';
import { EventsSection, HistorySection } from '../History';
import { MaintenanceSection } from '../Maintenance';
import { NodeTable } from '../NodeTable';
import { ProblemList } from '../ProblemList';
import { ReasonDetails } from '../ReasonList';
import { Section } from '../Section';
import { UseCaseFacts } from '../UseCaseFacts';
import { VerdictStatus } from '../VerdictStatus';

interface CacheDetailsProps {
  state: CacheState;
  receivedAt: number;
}

/** The state of one cache in full. */
export function CacheDetails(props: CacheDetailsProps) {
  const { state, receivedAt } = props;
  const { cache, verdict, reasons, nodes, exposure, assessedAt } = state;
  const name = cache.title ?? cache.name;
  const reading = { assessedAt, receivedAt };
  return (
    <Flex direction="column" gap="4">
      <Flex align="center" gap="3" style={{ flexWrap: 'wrap' }}>
        <VerdictStatus name={name} verdict={verdict} />
        <Text variant="body-small">
          {'judged '}
          <AgeText observedAt={assessedAt} reading={reading} />
        </Text>
        <MaintenanceSection state={state} reading={reading} />
      </Flex>
      {cache.problems.length > 0 && (
        <Section title="Problems of the declaration">
          <ProblemList problems={cache.problems} />
        </Section>
      )}
      {reasons.length > 0 && (
        <Section title="Reasons">
          <Flex direction="column" gap="4">
            {reasons.map(reason => (
              <ReasonDetails
                key={`${reason.code}/${reason.region ?? ''}`}
                reason={reason}
                runbookUrl={cache.runbookUrl}
              />
            ))}
          </Flex>
        </Section>
      )}
      <Section title="If the primary’s region were lost now">
        <Text as="p" variant="body-medium">
          {`Lost: ${describeExposure(exposure)}`}
        </Text>
      </Section>
      <Section title="Nodes">
        <NodeTable cacheName={name} nodes={nodes} reading={reading} />
      </Section>
      <HistorySection cache={cache} />
      <EventsSection entityRef={cache.entityRef} />
      <Section title="Policy">
        <UseCaseFacts cache={cache} />
      </Section>
    </Flex>
  );
}
