import Button from '@material-ui/core/Button';
import FormHelperText from '@material-ui/core/FormHelperText';
import { FieldError, SizingAnswers } from 'backstage-plugin-dragonfly-common';
import { quantityOf } from './quantityOf';

interface SizingRefusalProps {
  errors: FieldError[];
  /** Answers next to the given ones that are possible together. */
  nearest?: SizingAnswers;
  replicated: boolean;
  disabled?: boolean;
  onTake: (nearest: SizingAnswers) => void;
}

/** Why the answers are impossible together, and the nearest ones that are not. */
export function SizingRefusal(props: SizingRefusalProps) {
  const { errors, nearest, replicated, disabled, onTake } = props;
  return (
    <>
      {errors.map(({ field, message }) => (
        <FormHelperText key={`${field} ${message}`} error>
          {message}
        </FormHelperText>
      ))}
      {nearest && (
        <>
          <FormHelperText component="p">
            {`Nearest that is possible: ${describe(nearest, replicated)}.`}
          </FormHelperText>
          <Button
            size="small"
            variant="outlined"
            disabled={disabled}
            onClick={() => onTake(nearest)}
          >
            Take the nearest possible answers
          </Button>
        </>
      )}
    </>
  );
}

function describe(answers: SizingAnswers, replicated: boolean): string {
  const parts = [
    `${quantityOf(answers.dataBytes)} of data`,
    `${answers.writesPerSecond} writes per second`,
  ];
  return (
    replicated
      ? [
          ...parts,
          `a cut of ${answers.toleratedCutSeconds} s`,
          `a round trip of ${answers.roundTripMilliseconds} ms`,
        ]
      : parts
  ).join(', ');
}
