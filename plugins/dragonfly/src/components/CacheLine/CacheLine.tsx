import { Text } from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  CacheState,
  describeExposure,
} from 'backstage-plugin-dragonfly-common';
import { MaintenanceMark } from '../Maintenance';
import { NodeSummary } from '../NodeSummary';
import { ProblemList } from '../ProblemList';
import { ReasonList } from '../ReasonList';
import { VerdictStatus } from '../VerdictStatus';
import { CacheFrame } from './CacheFrame';
import styles from './CacheLine.module.css';

interface CacheLineProps {
  state: CacheState;
  receivedAt: number;
  /** Whether to link to the cache's page; not wanted on that page itself. */
  linked?: boolean;
}

/** One cache at a glance: verdict, reasons, nodes, and what a region loss would cost. */
export function CacheLine(props: CacheLineProps) {
  const { state, receivedAt, linked } = props;
  const { cache } = state;
  const name = cache.title ?? cache.name;
  const reading = { assessedAt: state.assessedAt, receivedAt };
  const heading = (
    <>
      <VerdictStatus name={name} verdict={state.verdict} />
      {linked && (
        <EntityRefLink entityRef={cache.entityRef}>{name}</EntityRefLink>
      )}
      {cache.useCase && <Text variant="body-small">{cache.useCase.title}</Text>}
      {state.maintenance && <MaintenanceMark maintenance={state.maintenance} />}
    </>
  );
  return (
    <CacheFrame name={name} heading={heading}>
      <ReasonList reasons={state.reasons} runbookUrl={cache.runbookUrl} />
      <ProblemList problems={cache.problems} />
      <ul className={styles.nodes} aria-label={`Nodes of ${name}`}>
        {state.nodes.map(node => (
          <NodeSummary key={node.region} node={node} reading={reading} />
        ))}
      </ul>
      <Text as="p" variant="body-small">
        {`Lost with the primary’s region: ${describeExposure(state.exposure)}`}
      </Text>
    </CacheFrame>
  );
}
