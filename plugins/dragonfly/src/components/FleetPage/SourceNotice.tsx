import { Alert } from '@backstage/ui';

/** Says that what the portal knows of where caches are is not the newest; nothing while it is. */
export function SourceNotice(props: { problem?: string }) {
  const { problem } = props;
  return problem ? (
    <Alert
      status="warning"
      icon
      mb="3"
      title="Where caches are may not be current"
      description={problem}
    />
  ) : null;
}
