import { Text } from '@backstage/ui';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { RiToolsLine } from '@remixicon/react';
import { Maintenance } from 'backstage-plugin-dragonfly-common';
import { useNow } from '../../hooks';
import { describeTimeLeft, formatClockTime } from '../../words';
import { portalTime } from '../portalTime';
import { Reading } from '../types';
import styles from './Maintenance.module.css';

interface MaintenanceNoticeProps {
  maintenance: Maintenance;
  reading: Reading;
}

function endsSentence(text = ''): boolean {
  return /[.!?…]$/.test(text);
}

/** What there is to know of the maintenance that is on. */
export function MaintenanceNotice(props: MaintenanceNoticeProps) {
  const { maintenance, reading } = props;
  const { until, startedBy, note } = maintenance;
  const left = Date.parse(until) - portalTime(reading, useNow()).getTime();
  return (
    <div className={styles.words}>
      <RiToolsLine className={styles.icon} size={16} aria-hidden />
      <Text as="p" variant="body-medium">
        <strong>
          {'Maintenance until '}
          <time dateTime={until}>{formatClockTime(until)}</time>
        </strong>
        {` (${describeTimeLeft(left)}), declared by `}
        <EntityDisplayName entityRef={startedBy} hideIcon />
        {`${note ? `: ${note}` : ''}${endsSentence(note) ? '' : '.'} Notifications to the owner are muted.`}
      </Text>
    </div>
  );
}
