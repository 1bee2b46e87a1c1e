import { Badge } from '@backstage/ui';
import { RiToolsLine } from '@remixicon/react';
import { Maintenance } from 'backstage-plugin-dragonfly-common';
import { formatClockTime } from '../../words';

interface MaintenanceMarkProps {
  maintenance: Pick<Maintenance, 'until'>;
}

/** That somebody works on a cache, and until when; small enough for a line. */
export function MaintenanceMark(props: MaintenanceMarkProps) {
  const { until } = props.maintenance;
  return (
    <Badge icon={<RiToolsLine size={16} aria-hidden />}>
      {'maintenance until '}
      <time dateTime={until}>{formatClockTime(until)}</time>
    </Badge>
  );
}
