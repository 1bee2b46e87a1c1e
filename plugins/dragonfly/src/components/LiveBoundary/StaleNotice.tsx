import { Alert, VisuallyHidden } from '@backstage/ui';
import { describeAge } from 'backstage-plugin-dragonfly-common';
import { LoadFailure } from '../../api';
import { useNow } from '../../hooks';

/** An answer older than this many intervals is stale, as for the backend's own probes. */
const INTERVALS_UNTIL_STALE = 3;

interface StaleNoticeProps {
  receivedAt: number;
  intervalMs?: number;
  failure?: LoadFailure;
}

/** Says that what is shown was not refreshed: since when, and why where that is known. */
export function StaleNotice(props: StaleNoticeProps) {
  const { receivedAt, intervalMs, failure } = props;
  const now = useNow();
  const overdue =
    intervalMs !== undefined &&
    now - receivedAt > INTERVALS_UNTIL_STALE * intervalMs;
  const stale = failure !== undefined || overdue;
  return (
    <>
      {/* Apart from the notice, whose age grows every second and would be read out each time. */}
      <VisuallyHidden role="status">
        {stale ? 'What is shown is no longer current.' : ''}
      </VisuallyHidden>
      {stale && (
        <Alert
          status="warning"
          icon
          mb="3"
          title="This is not current"
          description={`Last refreshed ${describeAge(new Date(receivedAt).toISOString(), new Date(now))}. ${
            failure
              ? `The last attempt to refresh it failed: ${failure.message}`
              : 'The answer to the last request is overdue.'
          }`}
        />
      )}
    </>
  );
}
