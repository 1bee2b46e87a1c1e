import Button from '@material-ui/core/Button';
import FormHelperText from '@material-ui/core/FormHelperText';
import LinearProgress from '@material-ui/core/LinearProgress';
import { PolicyDocument } from 'backstage-plugin-dragonfly-common';
import { ReactElement } from 'react';
import { usePolicy } from '../../hooks';

interface PolicyBoundaryProps {
  children: (document: PolicyDocument) => ReactElement;
}

/** Loads the policy a form field offers its choices from. */
export function PolicyBoundary(props: PolicyBoundaryProps) {
  const policy = usePolicy();
  switch (policy.status) {
    case 'loading':
      return <LinearProgress aria-label="Loading the caching policy" />;
    case 'failed':
      return (
        <div role="alert">
          <FormHelperText error>
            {`Could not load the caching policy: ${policy.failure.message}`}
          </FormHelperText>
          <Button size="small" onClick={policy.retry}>
            Try again
          </Button>
        </div>
      );
    case 'loaded':
      return props.children(policy.data);
    default:
      return policy satisfies never;
  }
}
