import { VisuallyHidden } from '@backstage/ui';
import {
  RiAlarmWarningFill,
  RiErrorWarningLine,
  RiQuestionLine,
} from '@remixicon/react';
import { Reason } from 'backstage-plugin-dragonfly-common';
import styles from './ReasonList.module.css';

const icons = {
  critical: RiAlarmWarningFill,
  degraded: RiErrorWarningLine,
  unknown: RiQuestionLine,
} satisfies Record<Reason['severity'], object>;

interface SeverityMarkProps {
  severity: Reason['severity'];
}

/** The severity of a reason: an icon of its own shape, and the word for those who do not see it. */
export function SeverityMark(props: SeverityMarkProps) {
  const { severity } = props;
  const Icon = icons[severity];
  return (
    <span className={styles[severity]}>
      <Icon size={16} aria-hidden />
      <VisuallyHidden>{`${severity}: `}</VisuallyHidden>
    </span>
  );
}
