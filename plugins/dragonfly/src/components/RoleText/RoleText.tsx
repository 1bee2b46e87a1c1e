import { RiErrorWarningLine } from '@remixicon/react';
import { NodeState } from 'backstage-plugin-dragonfly-common';
import styles from './RoleText.module.css';

interface RoleTextProps {
  node: Pick<NodeState, 'declaredRole' | 'observedRole'>;
}

/** The role of a node: one word when Git and the server agree, both roles when they do not. */
export function RoleText(props: RoleTextProps) {
  const { declaredRole, observedRole } = props.node;
  if (observedRole === declaredRole) {
    return <>{observedRole}</>;
  }
  if (!observedRole) {
    return <>{`declared ${declaredRole}, role not observed`}</>;
  }
  return (
    <span className={styles.drift}>
      <RiErrorWarningLine className={styles.icon} size={16} aria-hidden />
      {`observed ${observedRole}, declared ${declaredRole}`}
    </span>
  );
}
