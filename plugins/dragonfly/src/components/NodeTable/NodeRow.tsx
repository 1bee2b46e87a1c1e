import { Cell, Row } from '@backstage/ui';
import { describeCount, NodeState } from 'backstage-plugin-dragonfly-common';
import { describeLink, describeRestart } from '../../words';
import { LagText } from '../LagText';
import { MemoryText } from '../MemoryText';
import { ProbeText } from '../ProbeText';
import { RoleText } from '../RoleText';
import { Reading } from '../types';
import styles from './NodeTable.module.css';

const NOT_KNOWN = 'not known';

interface NodeRowProps {
  node: NodeState;
  reading: Reading;
}

/** One node in the table of a cache's nodes. */
export function NodeRow(props: NodeRowProps) {
  const { node, reading } = props;
  const { facts, lag } = node;
  return (
    <Row id={node.region}>
      <Cell className={styles.cell}>{node.region}</Cell>
      <Cell className={styles.cell}>
        <RoleText node={node} />
      </Cell>
      <Cell className={styles.cell}>
        <ProbeText node={node} reading={reading} />
      </Cell>
      <Cell className={styles.cell}>
        {facts ? describeLink(facts.replication) : NOT_KNOWN}
      </Cell>
      <Cell className={styles.cell}>
        {lag ? <LagText lag={lag} reading={reading} /> : lagless(node)}
      </Cell>
      <Cell className={styles.cell}>
        <MemoryText memory={facts?.memory} />
      </Cell>
      <Cell className={styles.cell}>
        {facts?.keys
          ? `${describeCount(facts.keys.total)} keys, ${describeCount(facts.keys.expiring)} of them with a TTL`
          : NOT_KNOWN}
      </Cell>
      <Cell className={styles.cell}>
        {facts ? `${facts.flavour} ${facts.version ?? ''}`.trim() : NOT_KNOWN}
      </Cell>
      <Cell className={styles.cell}>{describeRestart(node.restart)}</Cell>
    </Row>
  );
}

function lagless(node: NodeState): string {
  return node.observedRole === 'primary' ? 'none, it is a primary' : NOT_KNOWN;
}
