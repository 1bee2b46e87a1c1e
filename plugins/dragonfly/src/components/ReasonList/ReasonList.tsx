import { Text } from '@backstage/ui';
import { Reason } from 'backstage-plugin-dragonfly-common';
import { RunbookLink } from './RunbookLink';
import { SeverityMark } from './SeverityMark';
import styles from './ReasonList.module.css';

/** @public */
export interface ReasonListProps {
  /** Worst first. */
  reasons: Reason[];
  /** Address of the cache's runbook, as its declaration has it; without it no reason leads there. */
  runbookUrl?: string;
}

/** What is wrong with a cache, one sentence each. @public */
export function ReasonList(props: ReasonListProps) {
  const { reasons, runbookUrl } = props;
  if (!reasons.length) {
    return null;
  }
  return (
    <ul className={styles.list} aria-label="Reasons">
      {reasons.map(reason => (
        <li
          key={`${reason.code}/${reason.region ?? ''}`}
          className={styles.item}
        >
          <SeverityMark severity={reason.severity} />
          <Text variant="body-medium">
            {reason.message}
            {runbookUrl && (
              <>
                {' '}
                <RunbookLink reason={reason} runbookUrl={runbookUrl} />
              </>
            )}
          </Text>
        </li>
      ))}
    </ul>
  );
}
