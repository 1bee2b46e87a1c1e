import { Column, TableBody, TableHeader, TableRoot } from '@backstage/ui';
import { NodeState } from 'backstage-plugin-dragonfly-common';
import { Reading } from '../types';
import { NodeRow } from './NodeRow';
import styles from './NodeTable.module.css';

interface NodeTableProps {
  cacheName: string;
  nodes: NodeState[];
  reading: Reading;
}

/** Every node of a cache with all that is known of it, a row each. */
export function NodeTable(props: NodeTableProps) {
  const { cacheName, nodes, reading } = props;
  return (
    <div className={styles.scroll}>
      <TableRoot aria-label={`Nodes of ${cacheName}`}>
        <TableHeader>
          <Column isRowHeader>Region</Column>
          <Column>Role</Column>
          <Column>Last probe</Column>
          <Column>Replication</Column>
          <Column>Lag</Column>
          <Column>Memory</Column>
          <Column>Keys</Column>
          <Column>Server</Column>
          <Column>On restart</Column>
        </TableHeader>
        <TableBody>
          {nodes.map(node => (
            <NodeRow key={node.region} node={node} reading={reading} />
          ))}
        </TableBody>
      </TableRoot>
    </div>
  );
}
