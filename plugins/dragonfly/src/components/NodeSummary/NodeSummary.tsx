import { Text } from '@backstage/ui';
import { NodeState } from 'backstage-plugin-dragonfly-common';
import { describeLink } from '../../words';
import { LagText } from '../LagText';
import { MemoryText } from '../MemoryText';
import { ProbeText } from '../ProbeText';
import { RoleText } from '../RoleText';
import { Reading } from '../types';
import styles from './NodeSummary.module.css';

interface NodeSummaryProps {
  node: NodeState;
  reading: Reading;
}

/** One node of a cache, to be read at a glance: where, in which role, linked how, how far behind, how full. */
export function NodeSummary(props: NodeSummaryProps) {
  const { node, reading } = props;
  return (
    <li className={styles.node}>
      <Text variant="body-medium" weight="bold">
        {node.region}
        {': '}
        <RoleText node={node} />
      </Text>
      {node.facts && (
        <>
          <Text variant="body-small">
            {describeLink(node.facts.replication)}
          </Text>
          {node.lag && (
            <Text variant="body-small">
              <LagText lag={node.lag} reading={reading} />
            </Text>
          )}
          <Text variant="body-small">
            <MemoryText memory={node.facts.memory} />
          </Text>
        </>
      )}
      <Text variant="body-small">
        <ProbeText node={node} reading={reading} />
      </Text>
    </li>
  );
}
