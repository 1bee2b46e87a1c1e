import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { SizingStep } from 'backstage-plugin-dragonfly-common';

const useStyles = makeStyles(theme => ({
  summary: { cursor: 'pointer' },
  steps: { margin: theme.spacing(1, 0), paddingLeft: theme.spacing(3) },
  step: { marginTop: theme.spacing(1), overflowWrap: 'anywhere' },
}));

interface SizingStepsProps {
  steps: SizingStep[];
}

/** The calculation step by step, for people who want to check it. */
export function SizingSteps(props: SizingStepsProps) {
  const { steps } = props;
  const classes = useStyles();
  return (
    <details open>
      <Typography
        component="summary"
        variant="body2"
        className={classes.summary}
      >
        How this is computed
      </Typography>
      <ol className={classes.steps}>
        {steps.map(({ name, value, formula, substituted }) => (
          <li key={name} className={classes.step}>
            <Typography variant="body2">
              {`${name}: `}
              <b>{value}</b>
            </Typography>
            <Typography variant="body2" color="textSecondary">
              {formula}
            </Typography>
            <Typography variant="body2" color="textSecondary">
              {`= ${substituted}`}
            </Typography>
          </li>
        ))}
      </ol>
    </details>
  );
}
