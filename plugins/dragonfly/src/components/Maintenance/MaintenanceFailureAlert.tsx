import { Alert } from '@backstage/ui';
import { dragonflyCacheMaintainPermission } from 'backstage-plugin-dragonfly-common';
import { LoadFailure } from '../../api';

interface MaintenanceFailureAlertProps {
  failure: LoadFailure;
  /** What was not done, as a whole phrase: `The maintenance was not ended`. */
  title: string;
  entityRef: string;
}

/** Says why a maintenance was not declared or not ended. */
export function MaintenanceFailureAlert(props: MaintenanceFailureAlertProps) {
  const { failure, title, entityRef } = props;
  const permission =
    failure.kind === 'not-allowed'
      ? ` (It needs the permission "${dragonflyCacheMaintainPermission.name}" on ${entityRef}.)`
      : '';
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={title}
      description={`${failure.message}${permission}`}
    />
  );
}
