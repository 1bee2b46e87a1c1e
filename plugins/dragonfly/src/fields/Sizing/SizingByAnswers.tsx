import FormHelperText from '@material-ui/core/FormHelperText';
import { PolicyDocument, UseCase } from 'backstage-plugin-dragonfly-common';
import { SizingValue } from '../types';
import { quantityOf } from './quantityOf';
import { sizingOf } from './sizingOf';
import { SizingQuestions } from './SizingQuestions';
import { SizingRefusal } from './SizingRefusal';
import { SizingResultView } from './SizingResultView';

interface SizingByAnswersProps {
  value: SizingValue;
  document: PolicyDocument;
  useCase: UseCase;
  replicated: boolean;
  disabled?: boolean;
  onChange: (value: SizingValue) => void;
}

/** Questions about a cache, and what the answers come to while they are given. */
export function SizingByAnswers(props: SizingByAnswersProps) {
  const { value, document, useCase, replicated, disabled, onChange } = props;
  const result = sizingOf(value, { document, useCase, replicated });
  return (
    <>
      <SizingQuestions
        value={value}
        replicated={replicated}
        disabled={disabled}
        onChange={change => onChange({ ...value, ...change })}
      />
      <div role="status" aria-label="What the cache needs">
        {result === undefined && (
          <FormHelperText>
            Answer every question to see what the cache needs.
          </FormHelperText>
        )}
        {result?.ok === true && <SizingResultView sizing={result.sizing} />}
        {result?.ok === false && (
          <SizingRefusal
            errors={result.errors}
            nearest={result.nearest}
            replicated={replicated}
            disabled={disabled}
            onTake={({ dataBytes, ...answers }) =>
              onChange({
                by: 'answers',
                data: quantityOf(dataBytes),
                ...answers,
              })
            }
          />
        )}
      </div>
    </>
  );
}
