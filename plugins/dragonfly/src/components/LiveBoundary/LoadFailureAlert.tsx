import { Alert, Button } from '@backstage/ui';
import { dragonflyCacheReadPermission } from 'backstage-plugin-dragonfly-common';
import { LoadFailure } from '../../api';

interface LoadFailureAlertProps {
  failure: LoadFailure;
  subject: string;
  entityRef?: string;
  onRetry: () => void;
}

/** Says why there is nothing to show, and what to do about it. */
export function LoadFailureAlert(props: LoadFailureAlertProps) {
  const { failure, subject, entityRef, onRetry } = props;
  switch (failure.kind) {
    case 'not-allowed':
      return (
        <Alert
          role="alert"
          status="warning"
          icon
          title={`You may not see ${subject}`}
          description={`It needs the permission "${dragonflyCacheReadPermission.name}"${
            entityRef ? ` on ${entityRef}` : ''
          }. Ask the owner of the cache, or whoever manages this portal's permissions, to grant it.`}
        />
      );
    case 'not-found':
      return (
        <Alert
          role="alert"
          status="warning"
          icon
          title={`Found nothing about ${subject}`}
          description={failure.message}
        />
      );
    case 'unavailable':
      return (
        <Alert
          role="alert"
          status="danger"
          icon
          title={`Could not load ${subject}`}
          description={failure.message}
          customActions={
            <Button size="small" variant="secondary" onPress={onRetry}>
              Try again
            </Button>
          }
        />
      );
    default:
      return failure.kind satisfies never;
  }
}
