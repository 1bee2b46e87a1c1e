import { humanizeEntityRef } from '@backstage/plugin-catalog-react';
import { parseEntityRef } from '@backstage/catalog-model';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { ConsumerValue } from '../types';

const useStyles = makeStyles(theme => ({
  row: {
    alignItems: 'flex-start',
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1, 2),
    padding: theme.spacing(1, 0),
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  name: {
    flex: '1 1 180px',
    minWidth: 0,
    overflowWrap: 'anywhere',
    paddingTop: theme.spacing(2),
  },
  namespace: { flex: '1 1 220px' },
  remove: { marginTop: theme.spacing(1) },
}));

interface ConsumerRowProps {
  consumer: ConsumerValue;
  /** What is wrong with it, one sentence. */
  error?: string;
  disabled?: boolean;
  onNamespaceChange: (namespace: string) => void;
  onRemove: () => void;
}

/** One consumer with its namespace. */
export function ConsumerRow(props: ConsumerRowProps) {
  const { consumer, error, disabled, onNamespaceChange, onRemove } = props;
  const classes = useStyles();
  const name = humanizeEntityRef(parseEntityRef(consumer.entityRef), {
    defaultKind: 'component',
  });
  return (
    <li className={classes.row}>
      <Typography className={classes.name}>{name}</Typography>
      <TextField
        className={classes.namespace}
        label="Namespace"
        value={consumer.namespace}
        disabled={disabled}
        error={Boolean(error)}
        helperText={error}
        inputProps={{
          'aria-label': `Namespace of ${name}`,
          autoCapitalize: 'none',
          spellCheck: false,
        }}
        onChange={({ target }) => onNamespaceChange(target.value)}
      />
      <Button
        className={classes.remove}
        size="small"
        disabled={disabled}
        aria-label={`Remove ${name}`}
        onClick={onRemove}
      >
        Remove
      </Button>
    </li>
  );
}
