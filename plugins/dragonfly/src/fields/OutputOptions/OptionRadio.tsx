import FormControlLabel from '@material-ui/core/FormControlLabel';
import Radio from '@material-ui/core/Radio';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useId } from 'react';
import { OptionWords } from './outputWords';

const useStyles = makeStyles(theme => ({
  option: { alignItems: 'flex-start', marginTop: theme.spacing(1) },
  text: { display: 'block', paddingTop: theme.spacing(1) },
  line: { display: 'block' },
}));

interface OptionRadioProps {
  value: string;
  words: OptionWords;
  /** Whether it is in force because nobody chose; the settings of the platform decide then. */
  isDefault: boolean;
  /** Why it cannot be chosen. */
  refusal?: string;
  onChoose: () => void;
}

/** One value of an output field. */
export function OptionRadio(props: OptionRadioProps) {
  const { value, words, isDefault, refusal, onChoose } = props;
  const classes = useStyles();
  const labelId = useId();
  const textId = useId();
  return (
    <FormControlLabel
      className={classes.option}
      value={value}
      disabled={refusal ? true : undefined}
      control={
        <Radio
          color="primary"
          inputProps={{
            'aria-labelledby': labelId,
            'aria-describedby': textId,
          }}
          onChange={onChoose}
        />
      }
      label={
        <span className={classes.text}>
          <Typography id={labelId} component="span" className={classes.line}>
            {words.label}
            {isDefault && ' (default)'}
          </Typography>
          <span id={textId}>
            <Typography
              variant="body2"
              component="span"
              className={classes.line}
              color="textSecondary"
            >
              {`${words.meaning} ${words.caveat}`}
            </Typography>
            {refusal && (
              <Typography
                variant="body2"
                component="span"
                className={classes.line}
                color="textPrimary"
              >
                {refusal}
              </Typography>
            )}
          </span>
        </span>
      }
    />
  );
}
