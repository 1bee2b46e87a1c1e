import { Skeleton, VisuallyHidden } from '@backstage/ui';
import { ReactNode } from 'react';
import { LiveData } from '../../hooks';
import { LoadFailureAlert } from './LoadFailureAlert';
import { StaleNotice } from './StaleNotice';

interface LiveBoundaryProps<T> {
  live: LiveData<T>;
  /** What is loaded, in words that follow "Loading": `the state of sessions`. */
  subject: string;
  /** The entity the reader needs permission for. */
  entityRef?: string;
  children: (data: T, receivedAt: number) => ReactNode;
}

/** Shows what is known, and says so when nothing is, when it is old, and why. */
export function LiveBoundary<T>(props: LiveBoundaryProps<T>) {
  const { live, subject, entityRef, children } = props;
  switch (live.status) {
    case 'loading':
      return (
        <div role="status" aria-busy>
          <VisuallyHidden>{`Loading ${subject}`}</VisuallyHidden>
          <Skeleton width="60%" height={20} />
          <Skeleton width="90%" height={20} style={{ marginTop: 8 }} />
        </div>
      );
    case 'failed':
      return (
        <LoadFailureAlert
          failure={live.failure}
          subject={subject}
          entityRef={entityRef}
          onRetry={live.retry}
        />
      );
    case 'loaded':
      return (
        <>
          <StaleNotice
            receivedAt={live.receivedAt}
            intervalMs={live.intervalMs}
            failure={live.refreshFailure}
          />
          {children(live.data, live.receivedAt)}
        </>
      );
    default:
      return live satisfies never;
  }
}
