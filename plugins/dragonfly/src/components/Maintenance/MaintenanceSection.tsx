import { Box, VisuallyHidden } from '@backstage/ui';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  CacheState,
  dragonflyCacheMaintainPermission,
} from 'backstage-plugin-dragonfly-common';
import { formatClockTime } from '../../words';
import { Reading } from '../types';
import { MaintenanceActions } from './MaintenanceActions';
import { MaintenanceNotice } from './MaintenanceNotice';
import styles from './Maintenance.module.css';

interface MaintenanceSectionProps {
  state: Pick<CacheState, 'cache' | 'maintenance'>;
  reading: Reading;
}

/** The maintenance of a cache, and what the reader may do about it. */
export function MaintenanceSection(props: MaintenanceSectionProps) {
  const { state, reading } = props;
  const { cache, maintenance } = state;
  const { allowed } = usePermission({
    permission: dragonflyCacheMaintainPermission,
    resourceRef: cache.entityRef,
  });
  return (
    <Box
      as="section"
      // Also while none is on: to change it would make a new button of the one that has the focus.
      bg="neutral"
      className={maintenance ? styles.on : styles.off}
      // Without a name it is no landmark, and without content it should be none.
      aria-label={maintenance || allowed ? 'Maintenance' : undefined}
    >
      {/* Apart from the notice, whose minutes would be read out each time. */}
      <VisuallyHidden role="status">
        {maintenance
          ? `Maintenance is on until ${formatClockTime(maintenance.until)}.`
          : ''}
      </VisuallyHidden>
      {maintenance && (
        <MaintenanceNotice maintenance={maintenance} reading={reading} />
      )}
      {allowed && (
        <MaintenanceActions
          cache={cache}
          maintenance={maintenance}
          reading={reading}
        />
      )}
    </Box>
  );
}
