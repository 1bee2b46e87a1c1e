import { Text } from '@backstage/ui';
import { RiFileWarningLine } from '@remixicon/react';
import { InventoryProblem } from 'backstage-plugin-dragonfly-common';
import styles from './ProblemList.module.css';

interface ProblemListProps {
  problems: InventoryProblem[];
}

/** What is wrong with the declaration of a cache, as opposed to its servers. */
export function ProblemList(props: ProblemListProps) {
  const { problems } = props;
  if (!problems.length) {
    return null;
  }
  return (
    <ul className={styles.list} aria-label="Problems of the declaration">
      {problems.map(problem => (
        <li key={`${problem.code}/${problem.message}`} className={styles.item}>
          <span className={styles.icon}>
            <RiFileWarningLine size={16} aria-hidden />
          </span>
          <Text variant="body-medium">{problem.message}</Text>
        </li>
      ))}
    </ul>
  );
}
