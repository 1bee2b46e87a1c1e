import { Text } from '@backstage/ui';
import { Reason } from 'backstage-plugin-dragonfly-common';
import { Facts } from '../Facts';
import { RunbookLink } from './RunbookLink';
import { SeverityMark } from './SeverityMark';
import styles from './ReasonList.module.css';

const noticeWords = {
  yes: 'yes, now',
  no: 'no',
  maybe: 'possibly',
} satisfies Record<Reason['applicationsNotice'], string>;

interface ReasonDetailsProps {
  reason: Reason;
  /** Address of the cache's runbook, as its declaration has it. */
  runbookUrl?: string;
}

/** One reason with everything somebody needs to act on it. */
export function ReasonDetails(props: ReasonDetailsProps) {
  const { reason, runbookUrl } = props;
  return (
    <article className={styles.details} aria-label={reason.title}>
      <div className={styles.item}>
        <SeverityMark severity={reason.severity} />
        <Text as="h3" variant="body-medium" weight="bold">
          {reason.title}
        </Text>
      </div>
      <Text as="p" variant="body-medium">
        {reason.message}
      </Text>
      <Facts
        label={`About ${reason.code}`}
        facts={[
          { term: 'Next step', description: reason.nextStep },
          ...(runbookUrl
            ? [
                {
                  term: 'How to do it',
                  description: (
                    <RunbookLink reason={reason} runbookUrl={runbookUrl} />
                  ),
                },
              ]
            : []),
          { term: 'Who acts', description: reason.actor },
          {
            term: 'Applications notice',
            description: noticeWords[reason.applicationsNotice],
          },
          { term: 'Severity', description: reason.severity },
          { term: 'Code', description: reason.code },
        ]}
      />
    </article>
  );
}
