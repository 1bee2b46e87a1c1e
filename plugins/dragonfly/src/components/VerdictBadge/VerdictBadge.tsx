import { Badge } from '@backstage/ui';
import {
  RiAlarmWarningFill,
  RiCheckboxCircleLine,
  RiErrorWarningLine,
  RiQuestionLine,
} from '@remixicon/react';
import { Verdict } from 'backstage-plugin-dragonfly-common';
import styles from './VerdictBadge.module.css';

const appearances = {
  healthy: { word: 'Healthy', Icon: RiCheckboxCircleLine },
  degraded: { word: 'Degraded', Icon: RiErrorWarningLine },
  critical: { word: 'Critical', Icon: RiAlarmWarningFill },
  unknown: { word: 'Unknown', Icon: RiQuestionLine },
} satisfies Record<Verdict, object>;

/** @public */
export interface VerdictBadgeProps {
  verdict: Verdict;
}

/** The verdict on a cache, as icon and word. @public */
export function VerdictBadge(props: VerdictBadgeProps) {
  const { word, Icon } = appearances[props.verdict];
  return (
    <Badge
      className={styles[props.verdict]}
      icon={<Icon size={16} aria-hidden />}
    >
      {word}
    </Badge>
  );
}
