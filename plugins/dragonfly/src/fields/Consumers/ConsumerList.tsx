import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { FieldError } from 'backstage-plugin-dragonfly-common';
import { ConsumerValue } from '../types';
import { ConsumerRow } from './ConsumerRow';
import { errorOfConsumer } from './errorOfConsumer';

const useStyles = makeStyles({ list: { listStyle: 'none', padding: 0 } });

interface ConsumerListProps {
  consumers: ConsumerValue[];
  /** What the generator would refuse of them. */
  refusals: FieldError[];
  disabled?: boolean;
  onChange: (consumers: ConsumerValue[]) => void;
  /** Called after one is removed, with what is left. */
  onRemove: (consumers: ConsumerValue[]) => void;
}

/** The consumers chosen so far. */
export function ConsumerList(props: ConsumerListProps) {
  const { consumers, refusals, disabled, onChange, onRemove } = props;
  const classes = useStyles();
  if (!consumers.length) {
    return (
      <Typography variant="body2" color="textSecondary" role="status">
        None yet; more can be added later.
      </Typography>
    );
  }
  return (
    <ul className={classes.list} aria-label="Consumers">
      {consumers.map((consumer, index) => (
        <ConsumerRow
          key={consumer.entityRef}
          consumer={consumer}
          error={errorOfConsumer(consumer, index, refusals)}
          disabled={disabled}
          onNamespaceChange={namespace =>
            onChange(consumers.with(index, { ...consumer, namespace }))
          }
          onRemove={() => onRemove(consumers.toSpliced(index, 1))}
        />
      ))}
    </ul>
  );
}
