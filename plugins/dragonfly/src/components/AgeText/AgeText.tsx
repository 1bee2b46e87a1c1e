import { describeAge } from 'backstage-plugin-dragonfly-common';
import { useNow } from '../../hooks';
import { portalTime } from '../portalTime';
import { Reading } from '../types';

interface AgeTextProps {
  /** When it was observed, ISO 8601 by the portal's clock. */
  observedAt: string;
  reading: Reading;
}

/** How old an observation is, growing while nothing newer arrives: `3 s ago`. */
export function AgeText(props: AgeTextProps) {
  const { observedAt, reading } = props;
  const now = useNow();
  return (
    <time dateTime={observedAt}>
      {describeAge(observedAt, portalTime(reading, now))}
    </time>
  );
}
