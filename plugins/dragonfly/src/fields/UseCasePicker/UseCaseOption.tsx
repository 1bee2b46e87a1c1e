import FormControlLabel from '@material-ui/core/FormControlLabel';
import Paper from '@material-ui/core/Paper';
import Radio from '@material-ui/core/Radio';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { UseCase } from 'backstage-plugin-dragonfly-common';
import { useId } from 'react';
import { disasterRecoveryWords, evictionWords } from '../../words';
import { AdrLine } from '../AdrLine';

const useStyles = makeStyles(theme => ({
  card: {
    display: 'flex',
    flexDirection: 'column',
    padding: theme.spacing(0.5, 2, 1.5),
    '&[data-selected=true]': {
      borderColor: theme.palette.primary.main,
      boxShadow: `inset 0 0 0 1px ${theme.palette.primary.main}`,
    },
  },
  label: { alignItems: 'flex-start', flexGrow: 1, marginRight: 0 },
  text: { display: 'block', paddingTop: theme.spacing(0.75) },
  fact: { display: 'block', marginTop: theme.spacing(0.5) },
  line: { marginLeft: theme.spacing(4), marginTop: theme.spacing(0.5) },
}));

interface UseCaseOptionProps {
  useCase: UseCase;
  selected: boolean;
  /** Where the policy was read from. */
  source: string;
}

/** One use case of the policy as a card to choose, with what it means and where the policy says so. */
export function UseCaseOption(props: UseCaseOptionProps) {
  const { useCase, selected, source } = props;
  const classes = useStyles();
  const titleId = useId();
  const factsId = useId();
  const lineId = useId();
  const facts = [
    ['TTL', useCase.ttl.text],
    ['Eviction', evictionWords[useCase.eviction]],
    ['Disaster recovery', disasterRecoveryWords[useCase.disasterRecovery]],
    ...Object.entries(useCase.otherColumns),
  ];
  return (
    <Paper variant="outlined" className={classes.card} data-selected={selected}>
      <FormControlLabel
        className={classes.label}
        value={useCase.id}
        control={
          <Radio
            color="primary"
            inputProps={{
              'aria-labelledby': titleId,
              'aria-describedby': `${factsId} ${lineId}`,
            }}
          />
        }
        label={
          <span className={classes.text}>
            <Typography id={titleId} variant="subtitle1" component="span">
              {useCase.title}
            </Typography>
            <span id={factsId}>
              {facts.map(([name, value]) => (
                <Typography
                  key={name}
                  variant="body2"
                  component="span"
                  className={classes.fact}
                >
                  <b>{`${name}: `}</b>
                  {`${value} `}
                </Typography>
              ))}
            </span>
          </span>
        }
      />
      <Typography
        id={lineId}
        variant="caption"
        color="textSecondary"
        className={classes.line}
      >
        <AdrLine line={useCase.line} source={source} />
      </Typography>
    </Paper>
  );
}
