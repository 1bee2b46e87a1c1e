import { EntityRefLink } from '@backstage/plugin-catalog-react';
import FormHelperText from '@material-ui/core/FormHelperText';
import { NameStatus } from './useTakenBy';

interface NameNoticeProps {
  /** Id that the text field names as its description. */
  id: string;
  name: string | undefined;
  /** What makes the name unusable by itself, one sentence. */
  refusal?: string;
  status: NameStatus;
  /** What to say while there is no name. */
  help?: string;
}

/** What is to be said of a name while it is typed; announced when it changes. */
export function NameNotice(props: NameNoticeProps) {
  const { id, name, refusal, status, help } = props;
  return (
    <FormHelperText
      id={id}
      component="div"
      role="status"
      error={Boolean(refusal) || (Boolean(name) && status.status === 'taken')}
    >
      {name ? (refusal ?? <StatusWords name={name} status={status} />) : help}
    </FormHelperText>
  );
}

function StatusWords(props: { name: string; status: NameStatus }) {
  const { name, status } = props;
  switch (status.status) {
    case 'checking':
      return <>{`Looking up "${name}" in the catalog …`}</>;
    case 'free':
      return <>{`"${name}" is free.`}</>;
    case 'unknown':
      return (
        <>{`Could not look up "${name}" in the catalog (${status.reason}); it is checked again before the cache is created.`}</>
      );
    case 'taken':
      return (
        <>
          {`"${name}" is taken by `}
          <EntityRefLink
            entityRef={status.holder.entityRef}
            // In a tab of its own: the form would be lost.
            target="_blank"
            rel="noopener"
            disableTooltip
          >
            {status.holder.entityRef}
          </EntityRefLink>
          {status.holder.owner ? ` (owner: ${status.holder.owner})` : ''}.
          Choose another name.
        </>
      );
    default:
      return status satisfies never;
  }
}
