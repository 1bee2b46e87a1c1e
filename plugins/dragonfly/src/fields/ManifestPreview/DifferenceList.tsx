import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Deviation } from 'backstage-plugin-dragonfly-common';
import { AdrLine } from '../AdrLine';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, paddingLeft: theme.spacing(3) },
  difference: { marginTop: theme.spacing(1.5), overflowWrap: 'anywhere' },
}));

interface DifferenceListProps {
  differences: Deviation[];
  /** Where the policy was read from. */
  source: string;
}

/** Where the files differ from the text of the decision record, and why. */
export function DifferenceList(props: DifferenceListProps) {
  const { differences, source } = props;
  const classes = useStyles();
  if (!differences.length) {
    return (
      <Typography variant="body2">
        The files follow the text of the decision record everywhere.
      </Typography>
    );
  }
  return (
    <ul className={classes.list}>
      {differences.map(({ id, adr, generated, reason }) => (
        <li key={id} className={classes.difference}>
          <Typography variant="subtitle2" component="h4">
            {id}
          </Typography>
          <Typography variant="body2">
            {adr ? (
              <>
                {'The decision record says '}
                <code>{adr.text}</code>
                {' ('}
                <AdrLine line={adr.line} source={source} />
                ).
              </>
            ) : (
              'The decision record is silent.'
            )}
            {` Generated: ${generated}`}
          </Typography>
          <Typography variant="body2" color="textSecondary">
            {reason}
          </Typography>
        </li>
      ))}
    </ul>
  );
}
